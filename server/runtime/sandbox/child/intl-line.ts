import type { JSValueHandle, QuickJS } from "quickjs-wasi";
import type { IntlPort } from "@/core/library/intl-port";
import { answerIntl } from "@/server/runtime/sandbox/child/intl-answers";

/** By this name a function of the world's memory finds its way out again, in whatever instance the memory is put. */
const NAME = "intl";

/** The only way out of a world that answers at once: text in, text out, nothing but `Intl` behind it. */
export class IntlLine {
  /** The last answer, which the engine has copied by the time of the next question. */
  private answered: JSValueHandle | null = null;

  constructor(private readonly intl: IntlPort) {}

  /** @returns the function by which a new world asks */
  open(vm: QuickJS): JSValueHandle {
    return vm.newFunction(NAME, this.answerIn(vm));
  }

  /** Answers in an instance that a world's image was put in. */
  reopen(vm: QuickJS): void {
    this.forget();
    vm.registerHostCallback(NAME, this.answerIn(vm));
  }

  /** The memory was put back: what stood in it is gone. */
  forget(): void {
    this.answered = null;
  }

  private answerIn(vm: QuickJS): (question?: JSValueHandle) => JSValueHandle {
    return (question) => {
      const answer = answerIntl(this.intl, question?.toString() ?? "");
      this.answered?.dispose();
      this.answered = null;
      this.answered = vm.newString(answer);
      return this.answered;
    };
  }
}
