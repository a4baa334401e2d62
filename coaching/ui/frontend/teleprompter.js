// Large text that moves up at the rep's own pace. Whoever scrolls by hand takes it from there.

const prompters = new WeakMap();

function build(root) {
  const words = h("p", { class: "words" });
  const view = h("div", { class: "window", tabindex: 0, role: "region", "aria-label": "Words to read" }, words);
  const go = h("button", { type: "button", class: "go" });
  const again = h("button", { type: "button", text: "From the top" });
  const time = h("span", { class: "time" });
  root.replaceChildren(view, h("div", { class: "bar" }, go, again, time));
  return { words, view, go, again, time, seconds: 1, running: false, before: 0, at: 0, placed: 0 };
}

// How far the window has moved when the last line stands at its top.
const whole = (p) => Math.max(1, p.view.scrollHeight - p.view.clientHeight);

function show(p) {
  p.go.replaceChildren(icon(p.running ? "pause" : "play"), p.running ? "Pause" : "Start");
  p.time.textContent = `${clock(p.at)} / ${clock(p.seconds)}`;
}

function step(p, now) {
  if (!p.running || !p.view.isConnected) return;
  if (Math.abs(p.view.scrollTop - p.placed) > 3) p.at = (p.view.scrollTop / whole(p)) * p.seconds;
  p.at = Math.min(p.seconds, p.at + (now - p.before) / 1000);
  p.before = now;
  p.view.scrollTop = (p.at / p.seconds) * whole(p);
  p.placed = p.view.scrollTop;
  if (p.at >= p.seconds) p.running = false;
  show(p);
  requestAnimationFrame((later) => step(p, later));
}

function start(p) {
  if (p.at >= p.seconds) rewind(p);
  p.running = true;
  p.before = performance.now();
  p.placed = p.view.scrollTop;
  show(p);
  requestAnimationFrame((now) => step(p, now));
}

function rewind(p) {
  p.at = p.placed = p.view.scrollTop = 0;
  show(p);
}

export default function ({ data, parentElement }) {
  const root = parentElement.querySelector(".root");
  if (!prompters.has(root)) prompters.set(root, build(root));
  const p = prompters.get(root);
  if (p.words.textContent !== data.text) {
    p.words.textContent = data.text;
    p.running = false;
    rewind(p);
  }
  p.seconds = Math.max(1, data.seconds);
  p.go.onclick = () => { if (p.running) { p.running = false; show(p); } else start(p); };
  p.again.onclick = () => rewind(p);
  show(p);
  return () => { p.running = false; };
}
