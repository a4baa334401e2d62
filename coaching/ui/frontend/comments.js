// What people wrote about a voicemail, and a place to write. A passage that was chosen in the player or in the transcript
// is pinned to what is written next; nobody types a time.

const desks = new WeakMap();

// Grows a mention where the cursor is, so that names are chosen and not spelled.
function nameButtons(people, field) {
  const put = (name) => {
    const before = field.value.slice(0, field.selectionStart).replace(/\S$/, "$& ");
    field.value = `${before}@${name} ${field.value.slice(field.selectionEnd)}`;
    field.focus();
  };
  return h("span", { class: "names" }, ...people.map((name) => h("button", { type: "button", class: "name", text: `@${name}`, onclick: () => put(name) })));
}

function box(label, act, send) {
  const field = h("textarea", { rows: 2, maxlength: 2000, placeholder: label, "aria-label": label });
  const go = () => field.value.trim() && send(field.value.trim());
  field.onkeydown = (event) => { if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) go(); };
  return { field, button: h("button", { type: "button", class: "send", text: act, onclick: go }) };
}

function build(root) {
  const desk = { passage: null, count: null, send: null, data: null };
  const writing = box("Write a comment", "Comment", (text) => desk.send({ text, ...(desk.passage ?? {}) }));
  desk.field = writing.field;
  desk.pinned = h("p", { class: "pinned", role: "status" });
  desk.people = h("div", { class: "people" });
  desk.threads = h("ol", { class: "threads" });
  root.replaceChildren(h("div", { class: "desk" }, desk.pinned, desk.field, desk.people, writing.button), desk.threads);
  return desk;
}

function showPinned(desk) {
  const let_go = () => callOut("passage", { url: desk.data.url, start_s: null, end_s: null });
  desk.pinned.replaceChildren(...(desk.passage
    ? [h("strong", { text: `About ${between(desk.passage)}` }), h("button", { type: "button", class: "name", text: "the whole voicemail instead", onclick: let_go })]
    : [h("span", { class: "muted", text: "About the whole voicemail. Drag over words, or press “From here” in the player, to write about a passage." })]));
}

function words(parts) {
  return h("p", { class: "text" }, ...parts.map((part) => (part.mention ? h("strong", { class: "mention", text: part.text }) : part.text)));
}

function heading(one) {
  return h("p", { class: "by" }, h("strong", { text: one.by }), h("span", { class: "muted", text: one.when }), one.is_new && h("span", { class: "badge unsure", text: "New" }));
}

function thread(one, desk) {
  const play = () => callOut("play", { url: desk.data.url, ...one.passage });
  const answer = box("Answer", "Answer", (text) => desk.send({ text, thread_id: one.id }));
  return h("li", { class: "thread", "data-thread": one.id }, heading(one),
    one.passage && h("button", { type: "button", class: "at", onclick: play, "aria-label": `Play ${between(one.passage)}` }, icon("play"), h("span", { text: between(one.passage) }),
      one.said && h("span", { class: "muted", text: `“${one.said}”` })),
    words(one.parts),
    ...one.answers.map((reply) => h("div", { class: "answer" }, heading(reply), words(reply.parts))),
    h("details", {}, h("summary", { text: "Answer" }), answer.field, nameButtons(desk.data.people, answer.field), answer.button));
}

export default function ({ data, parentElement, setTriggerValue }) {
  const root = parentElement.querySelector(".root");
  if (!desks.has(root)) desks.set(root, build(root));
  const desk = desks.get(root);
  const count = data.threads.reduce((sum, one) => sum + 1 + one.answers.length, 0);
  const elsewhere = desk.data && desk.data.url !== data.url;
  desk.data = data;
  desk.send = (post) => setTriggerValue("post", { ...post, sent: `${Date.now()} ${Math.random()}` });
  if (desk.count !== count || elsewhere) { // somebody wrote: what was typed here has arrived
    if (desk.count !== null) { desk.field.value = ""; desk.passage = null; callOut("passage", { url: data.url, start_s: null, end_s: null }); }
    desk.threads.replaceChildren(...data.threads.map((one) => thread(one, desk)));
    desk.people.replaceChildren(nameButtons(data.people, desk.field));
    desk.count = count;
  }
  showPinned(desk);
  listen(root, "passage", (call) => {
    if (call.url !== data.url) return;
    desk.passage = call.start_s === null ? null : { start_s: call.start_s, end_s: call.end_s };
    showPinned(desk);
  });
  listen(root, "write", () => desk.field.focus());
  return () => stopListening(root);
}
