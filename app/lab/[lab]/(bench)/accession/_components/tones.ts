let context: AudioContext | null = null;

/** Two low tones, the second lower: heard as "no" without looking up. Made by the browser, nothing is fetched. */
export function soundRefusal(): void {
  try {
    context ??= new AudioContext();
    void context.resume();
    tone(context, 247, 0);
    tone(context, 165, 0.2);
  } catch {
    // A browser without sound still shows the refusal.
  }
}

function tone(audio: AudioContext, hertz: number, after: number) {
  const begins = audio.currentTime + after;
  const ends = begins + 0.17;
  const oscillator = audio.createOscillator();
  const volume = audio.createGain();
  oscillator.type = "square";
  oscillator.frequency.value = hertz;
  // Rising and falling within milliseconds: a tone that is cut clicks.
  volume.gain.setValueAtTime(0, begins);
  volume.gain.linearRampToValueAtTime(0.2, begins + 0.012);
  volume.gain.setValueAtTime(0.2, ends - 0.03);
  volume.gain.linearRampToValueAtTime(0, ends);
  oscillator.connect(volume).connect(audio.destination);
  oscillator.start(begins);
  oscillator.stop(ends);
}
