// Each criterion: what the verdict is, the words behind it (a click plays them), why, and what to say instead.

function sideBySide(pair, url) {
  return h("div", { class: "pair" },
    h("div", {}, h("p", { class: "muted label", text: "This message" }), playable(pair.now, url)),
    h("div", {}, h("p", { class: "muted label", text: pair.before.label }), playable(pair.before, url)));
}

function details(finding) {
  const guidance = finding.guidance && h("details", { "data-part": "guidance" }, h("summary", { text: "What counts" }), h("p", { class: "muted", text: finding.guidance }));
  const advice = finding.advice && h("p", { class: "advice" }, h("strong", { text: "Next time " }), finding.advice);
  return [advice, guidance];
}

function card(finding, screen) {
  const { url } = screen;
  return h("article", { class: "card", "data-criterion": finding.id, "data-said": saidSoFar(finding) },
    h("header", {}, h("h3", { text: finding.title }), finding.kind && h("span", { class: "kind", text: finding.kind }), standing(finding)),
    isOverruled(finding) && overruled(finding),
    h("p", { text: explained(finding) }),
    ...finding.pairs.map((pair) => sideBySide(pair, url)),
    ...finding.quotes.map((quote) => playable(quote, url)),
    isDoubted(finding) && doubt(finding, screen),
    ...details(finding),
    ...said(finding, screen));
}

// A supporting criterion that is met needs no more than a line; its words open on a click.
function line(finding, screen) {
  const words = finding.quotes[0]?.text ?? finding.explanation;
  return h("details", { class: "line", "data-criterion": finding.id, "data-said": saidSoFar(finding), "data-part": "line" },
    h("summary", {}, h("h3", { text: finding.title }), h("span", { class: "muted hint", text: words }), standing(finding)),
    h("div", { class: "inside" }, h("p", { text: finding.explanation }), ...finding.quotes.map((quote) => playable(quote, screen.url)),
      finding.guidance && h("p", { class: "muted small", text: finding.guidance }), ...said(finding, screen)));
}

function isDoubted(finding) {
  return finding.outcome === "unsure" || finding.machine === "unsure";
}

function isOverruled(finding) {
  return finding.settled && finding.machine !== "unsure";
}

// What a person took out of the total is not what never applied.
function standing(finding) {
  return badge(finding.outcome, finding.settled && finding.outcome === "not_applicable" ? "Not counted" : undefined);
}

function explained(finding) {
  return finding.settled && finding.outcome !== finding.machine ? `The machine: ${finding.explanation}` : finding.explanation;
}

function saidSoFar(finding) {
  return `${finding.id} ${finding.history.length}`;
}

function drawn(finding, main, screen) {
  const short = !finding.history.length && (finding.outcome === "met" || finding.outcome === "not_applicable");
  return !main && short ? line(finding, screen) : card(finding, screen);
}

function group(one, screen) {
  return h("section", { class: one.main ? "main" : "supporting" },
    h("div", { class: "heading" }, h("h2", { text: one.title }), h("span", { class: "muted", text: one.tally })),
    ...one.findings.map((finding) => drawn(finding, one.main, screen)));
}

// What waits for a person: the first doubt, else the first dispute, else the first verdict that can be overruled.
function toDecide(root) {
  const form = root.querySelector("[data-part=answer]") ?? root.querySelector("[data-part=overrule]");
  const first = root.querySelector(".listen .choice[aria-pressed=false]") ?? form?.querySelector("summary");
  first?.closest("article, details")?.scrollIntoView({ block: "center" });
  if (first && first.tagName === "SUMMARY") form.open = true;
  first?.focus({ preventScroll: true });
}

export default function ({ data, parentElement, setTriggerValue }) {
  const root = parentElement.querySelector(".root");
  const open = new Set([...root.querySelectorAll("details[open]")].map(place));
  const kept = typed(root);
  root.replaceChildren(...data.groups.map((one) => group(one, { ...data, send: (what, told) => setTriggerValue("said", { [what]: told }) })));
  root.querySelectorAll("details").forEach((details) => details.toggleAttribute("open", open.has(place(details))));
  typeAgain(root, kept);
  listen(root, "settle", () => toDecide(root));
  return () => stopListening(root);
}
