import { CANCELED } from "@/core/execution/canceled";
import type { OpenWaits } from "@/server/runtime/open-waits";
import type { EffectAnswer } from "@/server/runtime/sandbox/sandbox";

/** The effects of one execution that are on their way: keeps new ones from being begun, and tells when none is under way. */
export class EffectTraffic {
  private onTheirWay = 0;
  private held = 0;
  private readonly listeners = new Set<() => void>();
  /** True: what is not begun yet is held back. */
  isHolding = false;

  /** @param onChange called when there may be less under way */
  constructor(
    private readonly waits: OpenWaits,
    private readonly onChange: () => void,
  ) {}

  /** True when nothing is under way but waits and what is held back. */
  get isQuiet(): boolean {
    return this.onTheirWay === this.waits.size + this.held;
  }

  /** Counts an effect for as long as it takes. */
  async count(work: () => Promise<EffectAnswer>): Promise<EffectAnswer> {
    this.onTheirWay++;
    try {
      return await work();
    } finally {
      this.onTheirWay--;
      this.changed();
    }
  }

  /** Holds a counted effect back: it is not done, and answered only when nobody needs the answer any more. */
  hold(signal: AbortSignal): Promise<EffectAnswer> {
    this.held++;
    this.changed();
    return new Promise((resolve) => {
      const giveUp = () => {
        // A step's own time does not pass while nothing is done for it.
        if (!(signal.reason instanceof Error)) return;
        this.held--;
        resolve({ ok: false, error: CANCELED });
      };
      if (signal.aborted) giveUp();
      else signal.addEventListener("abort", giveUp, { once: true });
    });
  }

  /** @returns a promise of the moment when nothing is under way */
  async whenQuiet(): Promise<void> {
    while (!this.isQuiet) {
      await new Promise<void>((resolve) => {
        const once = () => {
          this.listeners.delete(once);
          resolve();
        };
        this.listeners.add(once);
      });
    }
  }

  /** Something that is waited for began or ended. */
  changed(): void {
    for (const listener of [...this.listeners]) listener();
    this.onChange();
  }
}
