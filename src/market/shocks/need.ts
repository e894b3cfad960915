/** Lenses of needs: growth, surges and programmes of substitution. */

import { REGIONS, SEGMENTS } from "../../calibration/row.ts";
import { exp, log } from "../../math.ts";
import type {
	DemandSurge,
	SegmentGrowth,
	SubstitutionProgramme,
} from "../../scenario/shocks/need.ts";
import { REGION_COUNT, SEGMENT_COUNT } from "../world/structure.ts";
import { firstPoint, interpolate } from "./interpolate.ts";
import type { Lens } from "./rules.ts";
import type { Lenses, Surroundings } from "./shock-lens.ts";
import { shareOf, spanOf, ticksOf } from "./span.ts";

/** Cells of segment × region that a pair of names means; null names all. */
function cellsOf(
	segment: (typeof SEGMENTS)[number] | null,
	region: (typeof REGIONS)[number] | null,
): readonly number[] {
	const cells: number[] = [];
	for (let s = 0; s < SEGMENTS.length; s += 1)
		for (let r = 0; r < REGION_COUNT; r += 1)
			if (
				(segment === null || segment === SEGMENTS[s]) &&
				(region === null || region === REGIONS[r])
			)
				cells.push(s * REGION_COUNT + r);
	return cells;
}

/** Need of a use relative to its base, log-linear between the points of its path. */
function segmentGrowthLens(
	growth: SegmentGrowth,
	{ draw }: Surroundings,
): Lens {
	const ticks = growth.path.map((point) => point.tick);
	const logs = growth.path.map((point, i) =>
		log(draw(growth.id, `path.${i}.level`, point.level)),
	);
	const cells = cellsOf(growth.segment, growth.region);
	return {
		from: ticks[0] ?? 0,
		to: ticksOf(spanOf(growth)).to,
		apply: (rules, tick) => {
			const level = exp(interpolate(ticks, logs, tick));
			for (const cell of cells) rules.need[cell]! *= level;
		},
	};
}

/** Need multiplied while a surge lasts; the way up is linear over its ramp. */
function demandSurgeLens(surge: DemandSurge, { draw }: Surroundings): Lens {
	const defence = draw(surge.id, "defence", surge.defence);
	const civil = draw(surge.id, "civil", surge.civil);
	const ramp = draw(surge.id, "ramp", surge.ramp);
	const span = spanOf(surge);
	const regions = REGIONS.map((_, r) => r).filter(
		(r) => surge.region === null || surge.region === REGIONS[r],
	);
	return {
		...ticksOf(span),
		apply: (rules, tick) => {
			const reached = ramp > 0 ? Math.min(1, (tick + 1 - span.from) / ramp) : 1;
			const share = shareOf(span, [], tick) * reached;
			for (const r of regions) {
				rules.defenceSurge[r]! *= 1 + share * (defence - 1);
				for (let s = 0; s < SEGMENT_COUNT; s += 1)
					rules.need[s * REGION_COUNT + r]! *= 1 + share * (civil - 1);
			}
		},
	};
}

/** A programme that reformulates a use, whatever the price. */
function substitutionProgrammeLens(
	programme: SubstitutionProgramme,
	{ draw }: Surroundings,
): Lens {
	const lag = draw(programme.id, "lag", programme.lag);
	const most = draw(programme.id, "max", programme.max);
	const cells = cellsOf(programme.segment, programme.region);
	return {
		...ticksOf(spanOf(programme)),
		apply: (rules) => {
			for (const cell of cells) {
				rules.programmeMost[cell] = Math.max(rules.programmeMost[cell]!, most);
				rules.programmeLag[cell] = lag;
			}
		},
	};
}

/** Effects on what is needed. */
export const NEED_LENSES = {
	"segment-growth": { lens: segmentGrowthLens, firstTick: firstPoint },
	"demand-surge": { lens: demandSurgeLens },
	"substitution-programme": { lens: substitutionProgrammeLens },
} satisfies Partial<Lenses>;
