/** Supply of refined antimony in 2023 by where it comes from and goes, against which a loss is told. */

import type { AgentRange, Structure } from "../world/structure.ts";
import { CN, REGION_COUNT } from "../world/structure.ts";
import type { Terms } from "../world/terms.ts";

/** Tonnes of refined metal a month in the year from which the rows of the world are. */
export interface SupplyShares {
	/** all refined and recycled metal, t Sb a month */
	readonly world: number;
	/** all that is refined from ore, t Sb a month */
	readonly refined: number;
	/** ore of all mines, t Sb a month */
	readonly mined: number;
	/** what regions but China need, t Sb a month */
	readonly needOutside: number;
	/** by region: refined and recycled, needed, bought from China, and ore not refined at home, t Sb a month */
	readonly metal: Float64Array;
	readonly need: Float64Array;
	readonly fromChina: Float64Array;
	readonly oreSold: Float64Array;
}

function addUp(
	into: Float64Array,
	{ count, region }: AgentRange,
	tonnes: Float64Array,
): void {
	for (let i = 0; i < count; i += 1) into[region[i]!]! += tonnes[i]!;
}

const total = (tonnes: Float64Array): number =>
	tonnes.reduce((sum, one) => sum + one, 0);

/** Adds up the rows of a world by region. */
export function supplyShares(structure: Structure, terms: Terms): SupplyShares {
	const regional = () => new Float64Array(REGION_COUNT);
	const [refined, recycled, need, mined] = [
		regional(),
		regional(),
		regional(),
		regional(),
	];
	addUp(refined, structure.refiners, structure.refiners.run2023);
	addUp(recycled, structure.recyclers, structure.recyclers.output);
	addUp(need, structure.civilBuyers, structure.civilBuyers.need);
	addUp(need, structure.defenceBuyers, structure.defenceBuyers.need);
	addUp(mined, structure.miners, structure.miners.capacity);
	const metal = refined.map((tonnes, r) => tonnes + recycled[r]!);
	const oreToMetal = total(refined) / total(mined);
	return {
		world: total(metal),
		refined: total(refined),
		mined: total(mined),
		needOutside: total(need) - need[CN]!,
		metal,
		need,
		fromChina: need.map((tonnes, r) => tonnes * terms.chineseShare[r]!),
		oreSold: mined.map((tonnes, r) =>
			Math.max(0, tonnes * oreToMetal - refined[r]!),
		),
	};
}
