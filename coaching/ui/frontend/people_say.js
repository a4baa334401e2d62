// What people say of a verdict: settle it, overrule it with a reason, and the history of all that was said.

const COUNTED = { met: "Met", not_met: "Not met", not_applicable: "Not counted" };

// A choice and why. Closed until somebody needs it; it keeps what was typed until something new is said of the verdict.
function reasoned(part, { title, choices, ask, act }, send) {
  const alone = choices.length === 1;
  const options = choices.map(([value, text]) => h("label", { class: "option", hidden: alone },
    h("input", { type: "radio", name: "choice", value, required: true, checked: alone }), h("span", { text })));
  const submit = (event) => {
    event.preventDefault();
    const filled = new FormData(event.target);
    send(filled.get("choice"), filled.get("why").trim());
  };
  return h("details", { class: "reasoned", "data-part": part }, h("summary", { text: title }),
    h("form", { onsubmit: submit },
      h("div", { class: "choices", role: "radiogroup", "aria-label": title }, ...options),
      h("textarea", { name: "why", rows: 2, required: true, maxlength: 1000, placeholder: ask, "aria-label": ask }),
      h("button", { type: "submit", class: "send", text: act })));
}

// Where the machine was unsure: the passage, and for those who coach the rep one click that settles it.
function doubt(finding, screen) {
  const title = finding.settled ? `The machine was unsure. ${finding.settled}.` : finding.doubt;
  const choice = (outcome) => h("button", { type: "button", class: "choice", "aria-pressed": String(finding.outcome === outcome),
    onclick: () => screen.send("settle", { criterion_id: finding.id, outcome }) }, icon(outcome), h("span", { text: finding.answers[outcome] }));
  return h("div", { class: "listen" }, h("p", { class: "label", text: title }), finding.listen && playable(finding.listen, screen.url),
    screen.may_settle && h("div", { class: "choices", role: "group", "aria-label": `Settle: ${finding.title}` }, choice("met"), choice("not_met")));
}

// A person's verdict stands; what the machine said stays in sight.
function overruled(finding) {
  return h("div", { class: "overruled" },
    h("p", {}, h("strong", { text: finding.settled }), h("span", { class: "muted", text: " The machine said" }), " ", badge(finding.machine)),
    finding.why !== finding.dispute?.answer_why && h("p", { class: "why", text: finding.why }));
}

function overrule(finding, screen) {
  const choices = Object.entries(COUNTED).filter(([outcome]) => outcome !== finding.outcome);
  return reasoned("overrule", { title: "Overrule", choices, ask: "Why? The rep will read it", act: "Overrule" },
    (outcome, why) => screen.send("overrule", { criterion_id: finding.id, outcome, why }));
}

// The rep says what the machine or a trainer got wrong; whoever coaches them answers; both read it from then on.
function dispute(finding, screen) {
  return reasoned("dispute", { title: "Dispute", choices: [["dispute", ""]], ask: "What is wrong with it? Your trainer will answer", act: "Dispute" },
    (_, why) => screen.send("dispute", { criterion_id: finding.id, why }));
}

function answer(finding, screen) {
  const choices = [["keep", "Keep it"], ["change", "Change it to met"], ["not_counted", "Not counted"]];
  return reasoned("answer", { title: "Answer", choices, ask: "Why? The rep will read it", act: "Answer" },
    (said, why) => screen.send("answer", { dispute_id: finding.dispute.id, answer: said, why }));
}

function disputed(finding, screen) {
  const open = !finding.dispute.answer;
  return h("div", { class: "disputed" },
    h("p", {}, h("strong", { text: finding.dispute.by }), open && h("span", { class: "muted", text: " Not answered yet" })), h("p", { text: finding.dispute.why }),
    !open && h("p", { class: "why" }, h("strong", { text: finding.dispute.answer })), !open && h("p", { text: finding.dispute.answer_why }),
    open && screen.may_settle && answer(finding, screen));
}

function history(finding) {
  const changed = (one) => (one.to ? `${one.from} → ${one.to}` : one.from);
  return h("details", { "data-part": "history" }, h("summary", { text: `History (${finding.history.length})` }),
    h("ol", { class: "history" }, ...finding.history.map((one) => h("li", {},
      h("p", {}, h("strong", { text: one.by }), ` ${one.did}: ${changed(one)}`, h("span", { class: "muted", text: `, ${one.when}` })), h("p", { class: "muted", text: one.why })))));
}

function said(finding, screen) {
  return [
    finding.dispute && disputed(finding, screen),
    finding.may_dispute && dispute(finding, screen),
    screen.may_settle && overrule(finding, screen),
    finding.history.length > 0 && history(finding),
  ];
}

// Forms are drawn anew with every change on the page; what was typed stays where nothing new was said of the verdict.
const place = (element) => `${element.closest("[data-said]")?.dataset.said} ${element.closest("[data-part]")?.dataset.part}`;
function typed(root) {
  return new Map([...root.querySelectorAll("textarea")].filter((field) => field.value).map((field) => [place(field), field.value]));
}
function typeAgain(root, kept) {
  root.querySelectorAll("textarea").forEach((field) => { field.value = kept.get(place(field)) ?? ""; });
}
