// One key each for what is done with a voicemail of the queue; a click does the same. While somebody types, keys are letters.

const CAPTIONS = { p: "Play", s: "Settle", c: "Comment", n: "Next" };
const hands = new WeakMap();

function isTyping(event) {
  const field = event.composedPath()[0];
  return ["INPUT", "TEXTAREA", "SELECT"].includes(field.tagName) ? field.type !== "range" && field.type !== "radio" : field.isContentEditable;
}

export default function ({ parentElement, setTriggerValue }) {
  const root = parentElement.querySelector(".root");
  const acts = { p: () => callOut("toggle"), s: () => callOut("settle"), c: () => callOut("write"), n: () => setTriggerValue("next", true) };
  root.replaceChildren(h("div", { class: "keys", role: "group", "aria-label": "Keys of the queue" }, ...Object.entries(CAPTIONS).map(([key, caption]) =>
    h("button", { type: "button", onclick: acts[key], "aria-keyshortcuts": key.toUpperCase() }, h("kbd", { text: key.toUpperCase() }), h("span", { text: caption })))));
  const press = (event) => {
    const act = acts[event.key.toLowerCase()];
    if (!act || event.ctrlKey || event.metaKey || event.altKey || event.repeat || isTyping(event)) return;
    event.preventDefault();
    event.stopImmediatePropagation(); // Streamlit has a key C of its own
    act();
  };
  if (hands.has(root)) window.removeEventListener("keydown", hands.get(root), true);
  hands.set(root, press);
  window.addEventListener("keydown", press, true);
  return () => window.removeEventListener("keydown", press, true);
}
