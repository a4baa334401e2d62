// Stops a recorder of Streamlit's after so many seconds, which it cannot do by itself, and shows how many are left.

const watches = new WeakMap();
const TICK_MS = 100;
const LAST_S = 10; // from then on it is told in the colour of a warning

const stopButton = (data) => document.querySelector(`.st-key-${CSS.escape(data.recorder)} button[aria-label="Stop recording"]`);

function show(s, text, how = "") {
  s.left.textContent = text;
  s.left.className = `left ${how}`;
}

function tick(s, data) {
  const button = stopButton(data);
  if (!button) { s.since = null; if (!s.stopped) show(s, `It stops by itself after ${data.seconds} seconds.`); return; }
  if (s.since === null) { s.since = performance.now(); s.stopped = false; }
  const left_s = data.seconds - (performance.now() - s.since) / 1000;
  show(s, `${clock(Math.ceil(Math.max(0, left_s)))} left`, left_s < LAST_S ? "running last" : "running");
  if (left_s > 0) return;
  s.stopped = true;
  button.click();
  show(s, `Stopped after ${data.seconds} seconds: what you said from then on is not in it.`);
}

export default function ({ data, parentElement }) {
  const root = parentElement.querySelector(".root");
  if (!watches.has(root)) {
    const left = h("p", { class: "left", role: "timer" });
    root.replaceChildren(left);
    watches.set(root, { left });
  }
  const s = watches.get(root);
  if (s.recorder !== data.recorder) Object.assign(s, { recorder: data.recorder, since: null, stopped: false }); // that one was sent
  clearInterval(s.clock);
  s.clock = setInterval(() => tick(s, data), TICK_MS);
  return () => clearInterval(s.clock);
}
