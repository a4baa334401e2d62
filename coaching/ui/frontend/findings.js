// Each criterion: what the verdict is, the words behind it (a click plays them), why, and what to say instead.

function playable(quote, url) {
  const from = quote.start_s === null ? null : clock(quote.start_s);
  const say = () => callOut("play", { url: quote.url ?? url, start_s: quote.start_s, end_s: quote.end_s, label: quote.label ?? "" });
  return h("button", { type: "button", class: "quote", disabled: from === null, onclick: say, "aria-label": `Play from ${from}: ${quote.text}` },
    h("span", { class: "from" }, icon("play"), h("span", { text: from ?? "no sound" })),
    h("span", { class: "said", text: `“${quote.text}”` }));
}

function sideBySide(pair, url) {
  return h("div", { class: "pair" },
    h("div", {}, h("p", { class: "muted label", text: "This message" }), playable(pair.now, url)),
    h("div", {}, h("p", { class: "muted label", text: pair.before.label }), playable(pair.before, url)));
}

function details(finding) {
  const guidance = finding.guidance && h("details", {}, h("summary", { text: "What counts" }), h("p", { class: "muted", text: finding.guidance }));
  const advice = finding.advice && h("p", { class: "advice" }, h("strong", { text: "Next time " }), finding.advice);
  return [advice, guidance];
}

// Where the machine was unsure: the passage, and for those who coach the rep one click that settles it. What the machine
// said stays in sight when a person has settled it.
function doubt(finding, screen) {
  const title = finding.settled ? `The machine was unsure. ${finding.settled}.` : "Heard badly: listen and decide";
  const choice = (outcome) => h("button", { type: "button", class: "choice", "aria-pressed": String(finding.outcome === outcome),
    onclick: () => screen.settle({ criterion_id: finding.id, outcome }) }, icon(outcome), h("span", { text: finding.answers[outcome] }));
  return h("div", { class: "listen" }, h("p", { class: "label", text: title }), finding.listen && playable(finding.listen, screen.url),
    screen.may_settle && h("div", { class: "choices", role: "group", "aria-label": `Settle: ${finding.title}` }, choice("met"), choice("not_met")));
}

function card(finding, screen) {
  const { url } = screen;
  return h("article", { class: "card", "data-criterion": finding.id },
    h("header", {}, h("h3", { text: finding.title }), finding.kind && h("span", { class: "kind", text: finding.kind }), badge(finding.outcome)),
    h("p", { text: finding.explanation }),
    ...finding.pairs.map((pair) => sideBySide(pair, url)),
    ...finding.quotes.map((quote) => playable(quote, url)),
    isDoubted(finding) && doubt(finding, screen),
    ...details(finding));
}

// A supporting criterion that is met needs no more than a line; its words open on a click.
function line(finding, url) {
  const said = finding.quotes[0]?.text ?? finding.explanation;
  return h("details", { class: "line", "data-criterion": finding.id },
    h("summary", {}, h("h3", { text: finding.title }), h("span", { class: "muted hint", text: said }), badge(finding.outcome)),
    h("div", { class: "inside" }, h("p", { text: finding.explanation }), ...finding.quotes.map((quote) => playable(quote, url)),
      finding.guidance && h("p", { class: "muted small", text: finding.guidance })));
}

function isDoubted(finding) {
  return finding.outcome === "unsure" || finding.settled;
}

function drawn(finding, main, screen) {
  const short = !isDoubted(finding) && (finding.outcome === "met" || finding.outcome === "not_applicable");
  return !main && short ? line(finding, screen.url) : card(finding, screen);
}

function group(one, screen) {
  return h("section", { class: one.main ? "main" : "supporting" },
    h("div", { class: "heading" }, h("h2", { text: one.title }), h("span", { class: "muted", text: one.tally })),
    ...one.findings.map((finding) => drawn(finding, one.main, screen)));
}

export default function ({ data, parentElement, setTriggerValue }) {
  const root = parentElement.querySelector(".root");
  const named = (details) => details.closest("[data-criterion]").dataset.criterion;
  const open = new Set([...root.querySelectorAll("details[open]")].map(named));
  const screen = { url: data.url, may_settle: data.may_settle, settle: (verdict) => setTriggerValue("settle", verdict) };
  root.replaceChildren(...data.groups.map((one) => group(one, screen)));
  root.querySelectorAll("details").forEach((details) => details.toggleAttribute("open", open.has(named(details))));
}
