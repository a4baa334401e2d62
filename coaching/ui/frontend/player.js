// One recording with its controls, and a second one (a passage of an earlier attempt) when somebody calls for it.

const states = new WeakMap();
const STEP_S = 5;
const LEAD_IN_S = 0.15; // a word's first sound is often heard a little before the time the recogniser gives it

function build(root) {
  const audio = h("audio", { preload: "metadata", class: "main" });
  const passage = h("audio", { preload: "none", class: "passage" });
  const toggle = h("button", { type: "button", class: "toggle" });
  const back = h("button", { type: "button", class: "quiet", "aria-label": `Back ${STEP_S} seconds`, text: `−${STEP_S} s` });
  const position = h("input", { type: "range", min: 0, step: 0.05, value: 0, "aria-label": "Position in the recording" });
  const marks = h("div", { class: "marks", "aria-hidden": "true" });
  const time = h("span", { class: "time" });
  const speed = h("select", { "aria-label": "Speed" }, ...[0.75, 1, 1.25, 1.5].map((rate) =>
    h("option", { value: rate, text: `${rate} ×`, selected: rate === 1 })));
  const from = h("button", { type: "button", class: "quiet pin", text: "From here", title: "The passage begins at this moment" });
  const to = h("button", { type: "button", class: "quiet pin", text: "to here", title: "The passage ends at this moment" });
  const pins = h("span", { class: "pins", role: "group", "aria-label": "Choose a passage" }, from, to);
  const other = h("p", { class: "other", role: "status" });
  const problem = h("p", { class: "problem", role: "alert" });
  root.replaceChildren(
    h("div", { class: "bar", role: "group", "aria-label": "Player" }, toggle, back, h("div", { class: "track" }, marks, position), time, pins, speed),
    other, problem, audio, passage);
  return { audio, passage, toggle, back, position, marks, time, speed, pins, from, to, other, problem, nonce: null, until: null, chosen: null, played: null };
}

function whenReady(audio, act) {
  if (audio.readyState >= 1) act();
  else { audio.addEventListener("loadedmetadata", act, { once: true }); audio.load(); }
}

function playFrom(audio, start) {
  whenReady(audio, () => { audio.currentTime = Math.max(0, start); audio.play().catch(() => {}); });
}

function showPlaying(s) {
  const playing = !s.audio.paused;
  s.toggle.replaceChildren(icon(playing ? "pause" : "play"));
  s.toggle.setAttribute("aria-label", playing ? "Pause" : "Play");
}

function showTime(s, data) {
  const length = s.audio.duration || data.duration_s || 0;
  s.position.max = length;
  s.position.value = s.audio.currentTime;
  s.position.setAttribute("aria-valuetext", `${clock(s.audio.currentTime)} of ${clock(length)}`);
  s.position.style.setProperty("--done", `${length ? (100 * s.audio.currentTime) / length : 0}%`);
  s.time.textContent = `${clock(s.audio.currentTime)} / ${clock(length)}`;
}

function showMarks(s, data) {
  const chosen = s.chosen ? [{ title: "The passage you chose", outcome: "chosen", ...s.chosen }] : [];
  s.marks.replaceChildren(...[...(data.marks ?? []), ...chosen].map((mark) => {
    const element = h("span", { class: `mark ${mark.outcome}`, title: mark.title });
    element.style.left = `${(100 * mark.start_s) / data.duration_s}%`;
    element.style.width = `${(100 * Math.max(0.2, mark.end_s - mark.start_s)) / data.duration_s}%`;
    return element;
  }));
}

function follow(s, data) {
  showTime(s, data);
  callOut("time", { url: data.url, at: s.audio.currentTime, playing: !s.audio.paused });
  if (!s.audio.paused) requestAnimationFrame(() => follow(s, data));
}

function playPassage(s, call) {
  s.audio.pause();
  if (s.passage.getAttribute("src") !== call.url) s.passage.setAttribute("src", call.url);
  s.until = call.end_s ?? null;
  s.other.textContent = `Playing ${call.label} from ${clock(call.start_s)}`;
  playFrom(s.passage, call.start_s - LEAD_IN_S);
}

// "From here" alone is a moment; "to here" makes it a passage, whichever way round they were pressed.
function choose(s, data, start, end) {
  callOut("passage", { url: data.url, start_s: Math.min(start, end), end_s: Math.max(start, end) });
}

export default function ({ data, parentElement, setTriggerValue }) {
  const root = parentElement.querySelector(".root");
  if (!states.has(root)) states.set(root, build(root));
  const s = states.get(root);
  s.audio.preload = data.when_played ? "none" : "metadata";
  if (s.audio.getAttribute("src") !== data.url) { s.audio.setAttribute("src", data.url); s.chosen = null; }

  const play = (start) => { s.passage.pause(); playFrom(s.audio, start); };
  s.toggle.onclick = () => (s.audio.paused ? (s.passage.pause(), s.audio.play().catch(() => {})) : s.audio.pause());
  s.back.onclick = () => { s.audio.currentTime = Math.max(0, s.audio.currentTime - STEP_S); };
  s.position.oninput = () => { s.audio.currentTime = Number(s.position.value); };
  s.speed.onchange = () => { s.audio.playbackRate = s.passage.playbackRate = Number(s.speed.value); };
  s.from.onclick = () => choose(s, data, s.audio.currentTime, s.audio.currentTime);
  s.to.onclick = () => choose(s, data, s.chosen?.start_s ?? 0, s.audio.currentTime);
  s.pins.hidden = !data.may_choose;
  s.audio.onplay = () => {
    showPlaying(s);
    follow(s, data);
    if (data.tells && s.played !== data.url) { s.played = data.url; setTriggerValue("played", true); }
  };
  s.audio.onpause = s.audio.onended = s.audio.onseeked = () => { showPlaying(s); follow(s, data); };
  s.audio.onloadedmetadata = () => { s.problem.textContent = ""; showTime(s, data); };
  s.audio.onerror = () => { s.problem.textContent = "This recording cannot be played. Reload the page; if that does not help, its file may have been removed."; };
  s.passage.onerror = () => { s.other.textContent = "The earlier recording cannot be played; its file may have been removed."; };
  s.passage.ontimeupdate = () => { if (s.until !== null && s.passage.currentTime > s.until + LEAD_IN_S) s.passage.pause(); };
  s.passage.onpause = () => { if (!s.passage.error) s.other.textContent = ""; };

  showPlaying(s);
  showTime(s, data);
  showMarks(s, data);
  listen(root, "play", (call) => (call.url === data.url ? play(call.start_s - LEAD_IN_S) : playPassage(s, call)));
  listen(root, "time", (now) => { if (now.playing && now.url !== data.url) s.audio.pause(); }); // one at a time
  listen(root, "toggle", () => s.toggle.onclick());
  listen(root, "passage", (call) => {
    if (call.url !== data.url) return;
    s.chosen = call.start_s === null ? null : call;
    showMarks(s, data);
  });
  if (data.seek && data.seek.nonce !== s.nonce) { s.nonce = data.seek.nonce; play(data.seek.at_s); }
  return () => { s.audio.pause(); s.passage.pause(); stopListening(root); };
}
