import { writeFileSync } from "node:fs";
import { RECORD_PRIORS } from "../calibration/record-priors.ts";
import { screenDraws } from "../inference/screen.ts";
import { createSimulator } from "../market/replicate.ts";
import { tickOf } from "../quantities.ts";
import type { SoundScenario } from "../scenario/types.ts";
import { openScenario } from "./open-scenarios.ts";
import { say } from "./talk.ts";

/** How many draws are judged, over how many lucks, and what part is kept. */
const DRAWS = 500;
const LUCKS = 4;
const KEPT = 0.05;
const SEED = "screen";
const FILE = new URL("../../src/calibration/screened.ts", import.meta.url);

/** The dated record, to the last month before the hold-out. */
function record(): SoundScenario {
	const { scenario } = openScenario("as-happened");
	return {
		...scenario,
		horizon: { from: tickOf(2018, 1), to: tickOf(2024, 12) },
		reference: tickOf(2024, 1),
	};
}

function fileText(
	draws: readonly { draw: number; values: Float64Array }[],
): string {
	const weight = 1 / draws.length;
	const rows = draws.map(
		({ draw, values }) =>
			`\t{ weight: ${weight}, seed: ${JSON.stringify(SEED)}, replicate: ${draw}, values: [${Array.from(values.subarray(0, RECORD_PRIORS.length), (v) => Number(v.toPrecision(6))).join(", ")}] },`,
	);
	return `/** One draw of the prior that passed the screen. */
export interface ScreenedDraw {
	/** the weights of all draws sum to 1 */
	readonly weight: number;
	/** seed and replicate whose draws decide the sizes of what happened before 2025 */
	readonly seed: number | string;
	readonly replicate: number;
	/** parameters in the order of RECORD_PRIORS */
	readonly values: readonly number[];
}

/**
 * The best ${KEPT * 100} % of ${DRAWS} draws of the prior, ${LUCKS} lucks each, by root mean
 * square error on the facts of 2018 to 2024. Written by \`npm run screen\`.
 */
export const SCREENED: readonly ScreenedDraw[] = [
${rows.join("\n")}
];
`;
}

const judged = screenDraws(
	createSimulator,
	{ scenario: record(), draws: DRAWS, lucks: LUCKS, seed: SEED },
	(done) => {
		if (done % 50 === 0) say(`${done} of ${DRAWS} draws judged`);
	},
);
const kept = judged.slice(0, Math.round(KEPT * DRAWS));
writeFileSync(FILE, fileText(kept));
say(
	`kept ${kept.length}, distance ${kept[0]?.distance.toFixed(2)} to ${kept.at(-1)?.distance.toFixed(2)}`,
);
