import type { Tick } from "../quantities.ts";
import type { Distribution } from "../random/distribution.ts";
import { held } from "./numbers/quantity-field.ts";
import type { Own } from "./shocks/own.ts";
import type { FileShockOf } from "./shocks/shock-fields.ts";
import type {
	ChineseLeverage,
	DemandSurge,
	SegmentGrowth,
	SubstitutionProgramme,
} from "./types.ts";

interface FilePoint {
	readonly month: Tick;
	readonly level: Distribution;
}

const pathOf = (points: readonly FilePoint[]) =>
	points.map(({ month, level }) => ({ tick: month, level }));

/** Growth of a file. */
export function growthOf(
	shock: FileShockOf<"segment-growth">,
): Own<SegmentGrowth> {
	return {
		kind: shock.kind,
		segment: shock.segment ?? null,
		region: shock.region ?? null,
		path: pathOf(shock.path),
	};
}

/** China's hold on Islamabad as a file has it. */
export function leverageOf(
	shock: FileShockOf<"chinese-leverage">,
): Own<ChineseLeverage> {
	return { kind: shock.kind, path: pathOf(shock.path) };
}

/** A surge of a file. */
export function surgeOf(shock: FileShockOf<"demand-surge">): Own<DemandSurge> {
	return {
		kind: shock.kind,
		region: shock.region ?? null,
		defence: shock.defence ?? held(1),
		civil: shock.civil ?? held(1),
		ramp: shock.ramp ?? held(0),
	};
}

/** A programme of a file. */
export function programmeOf(
	shock: FileShockOf<"substitution-programme">,
): Own<SubstitutionProgramme> {
	return {
		kind: shock.kind,
		segment: shock.segment,
		region: shock.region ?? null,
		lag: shock.lag,
		max: shock.max,
	};
}
