import type { Stretch } from "./replay.ts";

/** Months without it that do not end a run. */
const GAP = 2;

/** Stretches of months in which something holds; breaks of two months or fewer do not part them. */
export function runsOfMonths(
	{ from, to }: Stretch,
	holds: (tick: number) => boolean,
): readonly Stretch[] {
	const runs: { from: number; to: number }[] = [];
	for (let tick = from; tick <= to; tick += 1) {
		if (!holds(tick)) continue;
		const last = runs.at(-1);
		if (last && tick - last.to <= GAP + 1) last.to = tick;
		else runs.push({ from: tick, to: tick });
	}
	return runs;
}
