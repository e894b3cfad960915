/** `doctor`: every part of this machine that the program leans on, examined in turn. */

import { aboutProgram } from "../../storage/folder/about-program.ts";
import { safeText } from "../../words/safe-text.ts";
import type { CommonOptions } from "../line/common-flags.ts";
import { EXIT, type ExitCode } from "../line/exit-codes.ts";
import { print } from "../terminal/talk.ts";
import { lookAtArithmetic } from "./arithmetic.ts";
import { lookAtDisk } from "./disk-room.ts";
import { lookAtChromium, lookAtDuckDb, lookAtRedis } from "./extras.ts";
import { broken, type Finding, works } from "./finding.ts";
import { lookAtPictures } from "./pictures.ts";
import { lookAtBits } from "./same-bits.ts";
import { lookAtBatches } from "./unfinished.ts";

/** The first version of Node that this program runs on. */
const LEAST_NODE = 20;
/** Digits of a commit that are shown. */
const SHA_SHOWN = 10;

/** Says what works here, and what would mend the rest: exit 1 when anything required does not. */
export async function examine(
	destination: string,
	{ json }: CommonOptions,
): Promise<ExitCode> {
	const findings = [
		await lookAtVersion(),
		lookAtNode(process.versions.node),
		lookAtArithmetic(),
		...(await lookAtBits()),
		await lookAtPictures(),
		await lookAtDisk(destination),
		...(await lookAtBatches(destination)),
		await lookAtDuckDb(),
		await lookAtChromium(),
		await lookAtRedis(),
	];
	const isWell = findings.every(({ state }) => state !== "broken");
	print(
		json
			? JSON.stringify({ well: isWell, findings })
			: safeText([...findings.map(lineOf), "", closing(findings)].join("\n")),
	);
	return isWell ? EXIT.done : EXIT.bug;
}

async function lookAtVersion(): Promise<Finding> {
	const { version, git, commitUnknown } = (await aboutProgram()).stibium;
	const commit =
		git === null
			? (commitUnknown ?? "outside a checkout")
			: `commit ${git.sha.slice(0, SHA_SHOWN)}${git.dirty ? ", with changes of its own" : ""}`;
	return works("stibium", `${version}, ${commit}`);
}

/** Finding on a version of Node: new enough or not. */
export function lookAtNode(version: string): Finding {
	const found = `${version} on ${process.platform} ${process.arch}`;
	return Number(version.split(".")[0]) >= LEAST_NODE
		? works("Node", found)
		: broken("Node", found, `install Node ${LEAST_NODE} or later`);
}

const MARKS = { works: "ok", absent: "-", broken: "NO" } as const;
/** Columns of the mark and of what was looked at. */
const WIDTHS = { mark: 4, what: 12 } as const;

function lineOf({ what, state, found, mend }: Finding): string {
	const start = `${MARKS[state].padEnd(WIDTHS.mark)}${what.padEnd(WIDTHS.what)}`;
	const indent = " ".repeat(start.length);
	return mend === null
		? `${start}${found}`
		: `${start}${found}\n${indent}→ ${mend}`;
}

function closing(findings: readonly Finding[]): string {
	const bad = findings.filter(({ state }) => state === "broken");
	return bad.length === 0
		? "Everything that is needed works."
		: `Not working: ${bad.map(({ what }) => what).join(", ")}.`;
}
