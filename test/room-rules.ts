import { isBuiltin } from "node:module";
import { posix } from "node:path";
import {
	importsOf,
	lineAt,
	readSource,
	type SourceText,
} from "./source-text.ts";

/** The rooms of `src/`, from the first to the last: each imports only from those above it. */
export const ROOMS = [
	"quantities",
	"math",
	"random",
	"statistics",
	"calibration",
	"scenario",
	"market",
	"experiment",
	"inference",
	"words",
	"storage",
	"queue",
	"charts",
	"figures",
	"report",
	"actions",
	"cli",
	"upkeep",
	"web",
] as const;
export type Room = (typeof ROOMS)[number];

/** Rooms that are one file. */
const FILES: readonly Room[] = ["quantities", "math"];
/** Rooms that may touch files, clocks and processes. */
const WORLDLY: readonly Room[] = [
	"storage",
	"queue",
	"figures",
	"actions",
	"cli",
	"upkeep",
	"web",
];
/** Rooms whose numbers must be the same in every engine: all up to this one. */
const LAST_OF_MODEL: Room = "inference";
/** Rooms that may import by a computed name: every room they could meet is above them. */
const ANY_IMPORT: readonly Room[] = ["actions"];
/** The explorer runs in a browser. */
const NOT_IN_WEB: readonly Room[] = ["storage", "actions", "cli"];

/** What IEEE 754 and ECMAScript fix to the last bit. */
const EXACT_MATH = new Set(
	(
		"sqrt abs min max floor ceil round trunc sign imul clz32 fround " +
		"PI E LN2 LN10 LOG2E LOG10E SQRT2 SQRT1_2"
	).split(" "),
);
const WORLD =
	/(?<![.\w$])(?:Date|performance|process|globalThis|console|crypto|fetch|setTimeout|setInterval|setImmediate|queueMicrotask)\b(?!\s*\??:)/g;
const MATH = /(?<![.\w$])Math\b(?:\s*\.\s*(?<name>\w+))?/g;
const POWER = /\*\*/g;

/** The room a file of `src/` belongs to; null when it is in none. */
export function roomOf(path: string): Room | null {
	const [top, first, ...rest] = path.split("/");
	if (top !== "src" || first === undefined) return null;
	return (
		ROOMS.find((room) =>
			FILES.includes(room)
				? first === `${room}.ts` && rest.length === 0
				: first === room && rest.length > 0,
		) ?? null
	);
}

const place = (room: Room): number => ROOMS.indexOf(room);
const isModel = (room: Room): boolean => place(room) <= place(LAST_OF_MODEL);

function faultOfImport(
	path: string,
	room: Room,
	specifier: string | null,
): string | null {
	if (specifier === null)
		return ANY_IMPORT.includes(room)
			? null
			: "imports what cannot be told from the text";
	if (!/^\.{0,2}\//.test(specifier))
		return isBuiltin(specifier) && !WORLDLY.includes(room)
			? `imports ${specifier}; ${room} touches no files, clocks or processes`
			: null;
	const target = posix.join(posix.dirname(path), specifier);
	const other = specifier.startsWith("/") ? null : roomOf(target);
	if (other === null) return `imports ${specifier}, which is in no room`;
	if (place(other) > place(room))
		return `imports ${other}; ${room} imports only from rooms above it`;
	if (room === "web" && NOT_IN_WEB.includes(other))
		return `imports ${other}; web runs in a browser`;
	return null;
}

function found(
	{ code }: SourceText,
	pattern: RegExp,
	faultOf: (found: RegExpExecArray) => string | null,
): readonly string[] {
	return [...code.matchAll(pattern)].flatMap((match) => {
		const fault = faultOf(match);
		return fault === null ? [] : [`${lineAt(code, match.index)} ${fault}`];
	});
}

/** Uses of Math, in any spelling, and of powers that differ between engines. */
function inexactMath(text: SourceText): readonly string[] {
	const exact = "use src/math.ts";
	return [
		...found(text, POWER, () => `uses **; ${exact}`),
		...found(text, MATH, ({ groups }) => {
			const name = groups?.["name"];
			if (name === undefined) return `uses Math by another name; ${exact}`;
			return EXACT_MATH.has(name) ? null : `uses Math.${name}; ${exact}`;
		}),
	];
}

/** What breaks the rules of the rooms in one file, each as `path:line fault`. */
export function faultsOf(path: string, source: string): readonly string[] {
	const room = roomOf(path);
	if (room === null) return [`${path}:1 is in no room`];
	const text = readSource(source);
	const imports = importsOf(text).flatMap(({ line, specifier }) => {
		const fault = faultOfImport(path, room, specifier);
		return fault === null ? [] : [`${line} ${fault}`];
	});
	const world = WORLDLY.includes(room)
		? []
		: found(
				text,
				WORLD,
				([name]) => `uses ${name}; only ${WORLDLY.join(", ")} may`,
			);
	const chance = isModel(room)
		? []
		: found(
				text,
				/\bMath\s*\.\s*random\b/g,
				() => "uses Math.random; use src/random",
			);
	return [
		...imports,
		...world,
		...chance,
		...(isModel(room) ? inexactMath(text) : []),
	].map((fault) => `${path}:${fault}`);
}
