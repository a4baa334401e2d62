// The words as they were heard. A click plays from the word; the one that is being said is lit. Dragging over words, or a
// click with Shift, chooses a passage to write about; so do the arrows with Shift.

const shown = new WeakMap();

function word(one, index) {
  const doubtful = one.certainty !== null;
  return h("button", {
    type: "button", "data-index": index, class: doubtful ? "word doubtful" : "word", text: one.text,
    title: doubtful ? `Heard with ${one.certainty}% certainty` : null,
    "aria-label": doubtful ? `${one.text}, doubtful` : null,
    tabindex: index === 0 ? 0 : -1,
  });
}

// One stop for the Tab key; the arrows walk from word to word.
function walk(event, words) {
  const step = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 }[event.key];
  const next = step && words[Number(event.target.dataset.index) + step];
  if (!next) return;
  event.preventDefault();
  event.target.tabIndex = -1;
  next.tabIndex = 0;
  next.focus();
  return Number(next.dataset.index);
}

function indexOf(event) {
  const button = event.composedPath()[0].closest?.("button");
  return button ? Number(button.dataset.index) : null;
}

export default function ({ data, parentElement }) {
  const root = parentElement.querySelector(".root");
  let s = shown.get(root);
  if (s?.url !== data.url || s.version !== data.version) {
    s = { url: data.url, version: data.version, buttons: data.words.map(word), lit: null, dragged: null, moved: false, anchor: null };
    shown.set(root, s);
    const text = h("div", { class: "words", role: "group", "aria-label": "Transcript: each word plays from there" });
    s.buttons.forEach((button) => text.append(button, " "));
    root.replaceChildren(text);
  }
  const choose = (one, other) => {
    const [first, last] = [Math.min(one, other), Math.max(one, other)];
    callOut("passage", { url: data.url, start_s: data.words[first].start_s, end_s: data.words[last].end_s });
  };
  // A finger that moves scrolls; the player has buttons for it.
  root.onpointerdown = (event) => { s.dragged = event.pointerType === "touch" ? null : indexOf(event); s.moved = false; };
  root.onpointerover = (event) => {
    const index = indexOf(event);
    if (!data.may_choose || !event.buttons || s.dragged === null || index === null || index === s.dragged) return;
    s.moved = true;
    choose(s.dragged, index);
  };
  root.onclick = (event) => {
    const index = indexOf(event);
    if (index === null || s.moved) return;
    if (event.shiftKey && data.may_choose) choose(s.anchor ?? index, index);
    else { s.anchor = index; callOut("play", { url: data.url, start_s: data.words[index].start_s }); }
  };
  root.onkeydown = (event) => {
    const index = walk(event, s.buttons);
    if (index === undefined) return;
    if (event.shiftKey && data.may_choose) choose(s.anchor ?? index, index);
    else s.anchor = index;
  };

  const light = (index) => {
    if (s.lit === index) return;
    s.buttons[s.lit]?.removeAttribute("aria-current");
    s.buttons[index]?.setAttribute("aria-current", "true");
    s.lit = index;
  };
  listen(root, "time", (now) => {
    if (now.url === data.url) light(data.words.findLastIndex((one) => one.start_s <= now.at + 0.05));
  });
  const within = (call) => (one) => Boolean(call.url === data.url && call.end_s && one.end_s > call.start_s && one.start_s < call.end_s);
  const show = (name, call) => data.words.map(within(call)).forEach((is, index) => s.buttons[index].classList.toggle(name, is));
  listen(root, "play", (call) => show("passage", call));
  listen(root, "passage", (call) => show("chosen", call));
  return () => stopListening(root);
}
