// The words as they were heard. A click plays from the word; the one that is being said is lit.

const shown = new WeakMap();

function word(one, index) {
  const doubtful = one.certainty !== null;
  return h("button", {
    type: "button", "data-index": index, class: doubtful ? "word doubtful" : "word", text: one.text,
    title: doubtful ? `Heard with ${one.certainty} % certainty` : null,
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
}

export default function ({ data, parentElement }) {
  const root = parentElement.querySelector(".root");
  let s = shown.get(root);
  if (s?.url !== data.url || s.version !== data.version) {
    s = { url: data.url, version: data.version, buttons: data.words.map(word), lit: null };
    shown.set(root, s);
    const text = h("div", { class: "words", role: "group", "aria-label": "Transcript: each word plays from there" });
    s.buttons.forEach((button) => text.append(button, " "));
    root.replaceChildren(text);
  }
  root.onclick = (event) => {
    const button = event.target.closest("button");
    if (button) callOut("play", { url: data.url, start_s: data.words[Number(button.dataset.index)].start_s });
  };
  root.onkeydown = (event) => walk(event, s.buttons);

  const light = (index) => {
    if (s.lit === index) return;
    s.buttons[s.lit]?.removeAttribute("aria-current");
    s.buttons[index]?.setAttribute("aria-current", "true");
    s.lit = index;
  };
  listen(root, "time", (now) => {
    if (now.url === data.url) light(data.words.findLastIndex((one) => one.start_s <= now.at + 0.05));
  });
  listen(root, "play", (call) => {
    const within = (one) => call.url === data.url && call.end_s && one.end_s > call.start_s && one.start_s < call.end_s;
    data.words.forEach((one, index) => s.buttons[index].classList.toggle("passage", Boolean(within(one))));
  });
  return () => stopListening(root);
}
