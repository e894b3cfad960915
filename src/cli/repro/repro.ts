/** `repro`: a figure or a results folder made again, and every difference told. */

import { shortPath } from "../../actions/paths.ts";
import { CommandError } from "../../actions/refusal.ts";
import { standingAt } from "../../storage/disk/disk.ts";
import { findResults } from "../../storage/folder/results-folder.ts";
import { safeText } from "../../words/safe-text.ts";
import type { CommonOptions } from "../line/common-flags.ts";
import { EXIT, type ExitCode } from "../line/exit-codes.ts";
import { print } from "../terminal/talk.ts";
import { reproFigure } from "./repro-figure.ts";
import { reproResults } from "./repro-results.ts";
import type { Reproduction } from "./reproduction.ts";
import type { RerunOptions } from "./rerun.ts";

/** Words and flags of `repro`. */
export interface ReproRequest extends CommonOptions, RerunOptions {
	/** a figure's file, a results folder, or latest */
	readonly named: string;
	/** the folder of all results */
	readonly destination: string;
}

const FIGURE = /\.(svg|png|pdf)$/i;
const TWIN = /\.(csv|vl\.json)$/i;

/** Runs a figure's batch or a results folder again and says whether everything is identical: exit 6 when it is not. */
export async function reproduce(request: ReproRequest): Promise<ExitCode> {
	const { named, destination, json } = request;
	if (TWIN.test(named))
		throw new CommandError(
			safeText(
				`${named} does not say how it was made; name the .svg, .png or .pdf beside it`,
			),
		);
	const isFigure = FIGURE.test(named) || (await standingAt(named)) === "file";
	const found = isFigure
		? await reproFigure(named, request)
		: await reproResults(await findResults(named, destination), request);
	print(json ? jsonOf(found) : wordsOf(found));
	return found.differences.length === 0 ? EXIT.done : EXIT.differs;
}

function jsonOf({ of, name, kept, ...found }: Reproduction): string {
	return JSON.stringify({
		[of]: shortPath(name),
		identical: found.differences.length === 0,
		...found,
		kept: kept && shortPath(kept),
	});
}

function wordsOf(found: Reproduction): string {
	const { name, digest, compared, kept, notes, differences } = found;
	const where = shortPath(name);
	const verdict =
		differences.length === 0
			? `identical  ${where}: ${["digest", ...compared].join(", ")}`
			: `differs    ${where}: in ${differences.length} ${differences.length === 1 ? "thing" : "things"}`;
	return [
		verdict,
		...differences.map((line) => `  ${line}`),
		...(differences.length === 0 ? [`digest     ${digest.found}`] : []),
		...notes.map((line) => `note       ${line}`),
		...(kept === null ? [] : [`kept       ${shortPath(kept)}/`]),
	]
		.map((line) => safeText(line))
		.join("\n");
}
