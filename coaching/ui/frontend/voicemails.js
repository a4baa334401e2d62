// The list: newest first, each with what has become of it. A click opens the scorecard; a failed one can be tried again, and
// where it is not sure for whom one was left, a click says so.

function state(row, retry) {
  if (row.stage === "judged") return h("div", { class: "state" }, h("strong", { class: "score", text: row.score ?? "–" }), h("span", { class: "muted small", text: row.renewing ? "being judged again" : row.score ? "of 100" : "no total" }));
  if (row.stage === "failed") {
    return h("div", { class: "state" }, h("span", { class: "badge not_met" }, icon("doubt"), h("span", { text: "Failed" })),
      row.may_retry && h("button", { type: "button", class: "retry", onclick: (event) => { event.stopPropagation(); retry(row.id); }, text: "Try again" }));
  }
  return h("div", { class: "state" }, h("span", { class: "small", text: row.status }),
    h("progress", { max: 1, value: row.stage === "received" ? null : row.done, "aria-label": row.status }));
}

function outcomes(row) {
  return h("ul", { class: "outcomes" }, ...row.outcomes.map((one) =>
    h("li", { class: `outcome ${one.outcome}`, title: `${one.title}: ${OUTCOMES[one.outcome].toLowerCase()}` }, icon(one.outcome),
      h("span", { text: one.short }), h("span", { class: "unseen", text: OUTCOMES[one.outcome] }))));
}

function question(row, act) {
  const answer = (lead) => act("answer", { id: row.id, lead });
  const choice = (one) => h("button", { type: "button", class: "choice", onclick: () => answer(one.id) },
    h("strong", { text: one.name }), one.about && h("span", { class: "muted", text: one.about }));
  return h("div", { class: "question", role: "group", "aria-label": `Which lead was it for? ${row.title}` },
    h("p", { class: "small", text: "Which lead was it for?" }), ...row.leads.map(choice),
    h("button", { type: "button", class: "choice muted", onclick: () => answer(null), text: "None of them" }));
}

function item(row, act) {
  const open = (event) => {
    if (event.metaKey || event.ctrlKey || event.shiftKey) return;
    event.preventDefault();
    act("open", row.id);
  };
  return h("li", { class: `row ${row.stage}${row.why ? " waits" : ""}`, "data-voicemail": row.id },
    h("div", { class: "what" },
      h("a", { href: row.href, onclick: open, text: row.title }),
      h("p", { class: "muted small", text: row.about }),
      row.unread > 0 && h("p", {}, h("span", { class: "badge new", text: `${row.unread} new for you` })),
      ...(row.why ?? []).map((sentence) => h("p", { class: "small", text: sentence })),
      row.reason && h("p", { class: "reason", text: row.reason }),
      row.outcomes.length > 0 && outcomes(row),
      row.leads.length > 0 && question(row, act)),
    state(row, (id) => act("retry", id)));
}

export default function ({ data, parentElement, setTriggerValue }) {
  const root = parentElement.querySelector(".root");
  const focused = root.getRootNode().activeElement?.closest?.("[data-voicemail]")?.dataset.voicemail;
  root.replaceChildren(h("ul", { class: "rows" }, ...data.rows.map((row) => item(row, setTriggerValue))));
  if (focused) root.querySelector(`[data-voicemail="${CSS.escape(focused)}"] a`)?.focus({ preventScroll: true });
}
