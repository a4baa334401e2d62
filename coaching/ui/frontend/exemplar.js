// Makes a passage an exemplar. The passage is the words behind a verdict, or what was chosen in the player or the transcript;
// nobody types a time.

const desks = new WeakMap();

function labelled(text, field) {
  return h("label", { class: "field" }, h("span", { text }), field);
}

function build(root, data) {
  const criterion = h("select", {}, ...data.choices.map((one) => h("option", { value: one.id, text: one.is_met ? one.title : `${one.title} (not met)` })));
  const kind = h("select", {});
  const why = h("textarea", { rows: 2, required: true, maxlength: 500, placeholder: "What can others learn from it?", "aria-label": "What can others learn from it?" });
  const anonymous = h("input", { type: "checkbox" });
  const kinds = labelled("Kind of value", kind);
  const passage = h("div", { class: "passage", role: "status" });
  const button = h("button", { type: "submit", class: "send", text: "Add" });
  const form = h("form", {}, labelled("An example of", criterion), kinds, passage, why,
    h("label", { class: "option" }, anonymous, h("span", { text: "Anonymous: beep names and numbers, and do not name the rep" })), button);
  root.replaceChildren(h("details", {}, h("summary", { text: "Add to the library" }), form));
  return { data, criterion, kind, kinds, why, anonymous, passage, button, form, chosen: null };
}

const choice = (desk) => desk.data.choices.find((one) => one.id === desk.criterion.value);

function showPassage(desk) {
  const play = () => callOut("play", { url: desk.data.url, ...desk.chosen });
  const hint = h("span", { class: "muted", text: "Another passage? Drag over the words, or press “From here” and “to here” in the player." });
  desk.button.disabled = !desk.chosen;
  desk.passage.replaceChildren(...(desk.chosen
    ? [h("button", { type: "button", class: "at", onclick: play, "aria-label": `Play ${between(desk.chosen)}` }, icon("play"), h("span", { text: between(desk.chosen) })), hint]
    : [hint]));
}

function showChoice(desk) {
  const { kinds, kind, passage } = choice(desk) ?? { kinds: [], passage: null };
  desk.kinds.hidden = !kinds.length;
  desk.kind.replaceChildren(...kinds.map((one) => h("option", { value: one.id, text: one.title, selected: one.id === kind })));
  desk.chosen = passage;
  showPassage(desk);
}

export default function ({ data, parentElement, setTriggerValue }) {
  const root = parentElement.querySelector(".root");
  let desk = desks.get(root);
  if (desk?.data.url !== data.url || desk.data.made !== data.made) { // another voicemail, or what was sent has arrived
    desk = build(root, data);
    desks.set(root, desk);
    showChoice(desk);
  }
  desk.data = data;
  desk.criterion.onchange = () => showChoice(desk);
  desk.form.onsubmit = (event) => {
    event.preventDefault();
    setTriggerValue("choose", {
      criterion_id: desk.criterion.value, kind: desk.kind.value, start_s: desk.chosen.start_s, end_s: desk.chosen.end_s,
      why: desk.why.value.trim(), anonymous: desk.anonymous.checked, sent: `${Date.now()} ${Math.random()}`,
    });
  };
  listen(root, "passage", (call) => {
    if (call.url !== data.url || call.start_s === null) return;
    desk.chosen = { start_s: call.start_s, end_s: call.end_s };
    showPassage(desk);
  });
  return () => stopListening(root);
}
