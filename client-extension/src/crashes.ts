/** Decides whether a server that died is started again: yes, unless it keeps dying. */
export class Crashes {
  private times: readonly number[] = [];

  constructor(
    private readonly allowed = 4,
    private readonly withinMs = 3 * 60 * 1000,
  ) {}

  /** Records a crash, and returns whether to start again. */
  mayRestart(now: number): boolean {
    this.times = [...this.times.filter((time) => now - time < this.withinMs), now];
    return this.times.length <= this.allowed;
  }

  /** Forgets the crashes, as when the user restarts the server. */
  forget(): void {
    this.times = [];
  }
}
