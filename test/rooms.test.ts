import { readdirSync, readFileSync } from "node:fs";
import { join, relative } from "node:path";
import { describe, expect, it } from "vitest";

/** The rooms of src/, in the order in which they may import: each only from those before it. */
const ROOMS = [
	"quantities",
	"math",
	"random",
	"statistics",
	"calibration",
	"scenario",
	"market",
	"experiment",
	"inference",
	"storage",
	"queue",
	"charts",
	"report",
	"cli",
	"web",
] as const;
type Room = (typeof ROOMS)[number];

/** Rooms that may touch files, clocks and processes. */
const WORLDLY: ReadonlySet<Room> = new Set(["storage", "queue", "cli", "web"]);
/** Rooms whose numbers must be the same in every engine. */
const EXACT: ReadonlySet<Room> = new Set([
	"quantities",
	"math",
	"random",
	"statistics",
	"calibration",
	"market",
	"inference",
]);

const src = join(import.meta.dirname, "../src");

function roomOf(path: string): Room {
	const first = path.split("/")[0]?.replace(/\.ts$/, "") ?? "";
	const room = ROOMS.find((known) => known === first);
	if (room === undefined) throw new Error(`${path} is in no room`);
	return room;
}

const IMPORT = /(?:from|import)\s*\(?\s*["']([^"']+)["']/g;

/** What a file imports, as written. */
function importsOf(text: string): readonly string[] {
	return [...text.matchAll(IMPORT)].map((match) => match[1] as string);
}

/** Code without comments and strings, so that prose is not taken for calls. */
function codeOf(text: string): string {
	return text
		.replace(/\/\*[\s\S]*?\*\//g, "")
		.replace(/\/\/.*$/gm, "")
		.replace(
			/`(?:\\.|[^`\\])*`|"(?:\\.|[^"\\\n])*"|'(?:\\.|[^'\\\n])*'/g,
			'""',
		);
}

const BANNED_ARITHMETIC =
	/\bMath\.(random|exp|expm1|log|log2|log10|log1p|pow|sin|cos|tan|asin|acos|atan|atan2|sinh|cosh|tanh|cbrt|hypot)\b|[^*/]\*\*[^*/]/;
const CLOCKS =
	/\bDate\b|\bperformance\b|\bprocess\.|\bconsole\.|\bsetTimeout\b|\bglobalThis\b|\bfetch\(/;

/** What one file does that its room may not. */
function faultsOf(path: string, text: string): readonly string[] {
	const room = roomOf(path);
	const faults: string[] = [];
	for (const specifier of importsOf(text)) {
		if (specifier.startsWith("node:") && !WORLDLY.has(room))
			faults.push(`${path} imports ${specifier}`);
		if (!specifier.startsWith(".")) continue;
		const target = join(path, "..", specifier);
		if (target.startsWith("..")) {
			faults.push(`${path} imports from outside src: ${specifier}`);
			continue;
		}
		const other = roomOf(target);
		if (ROOMS.indexOf(other) > ROOMS.indexOf(room))
			faults.push(`${path} (${room}) imports ${target} (${other})`);
		if (room === "web" && (other === "storage" || other === "cli"))
			faults.push(`${path} (web) imports ${target}`);
	}
	const code = codeOf(text);
	if (EXACT.has(room) && BANNED_ARITHMETIC.test(code))
		faults.push(`${path} uses arithmetic that engines disagree on`);
	if (!WORLDLY.has(room) && CLOCKS.test(code))
		faults.push(`${path} looks at a clock, a process or a console`);
	return faults;
}

function filesBelow(folder: string): readonly string[] {
	return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
		const path = join(folder, entry.name);
		return entry.isDirectory()
			? filesBelow(path)
			: path.endsWith(".ts")
				? [path]
				: [];
	});
}

describe("the rooms of src", () => {
	it("import only from rooms above them, touch the world only where they may, and compute alike everywhere", () => {
		const faults = filesBelow(src).flatMap((file) =>
			faultsOf(
				relative(src, file).replaceAll("\\", "/"),
				readFileSync(file, "utf8"),
			),
		);
		expect(faults).toEqual([]);
	});

	it("a market that reads a file, a chart that reads storage's neighbour and a power of two are noticed", () => {
		expect(
			faultsOf("market/month.ts", 'import { readFileSync } from "node:fs";'),
		).toHaveLength(1);
		expect(
			faultsOf("market/month.ts", 'import { x } from "../charts/fan.ts";'),
		).toHaveLength(1);
		expect(
			faultsOf("web/app.ts", 'import { x } from "../storage/read.ts";'),
		).toHaveLength(1);
		expect(faultsOf("market/a.ts", "const x = y ** 2;")).toHaveLength(1);
		expect(faultsOf("market/a.ts", "const x = Math.exp(1);")).toHaveLength(1);
		expect(faultsOf("experiment/a.ts", "const now = Date.now();")).toHaveLength(
			1,
		);
		expect(faultsOf("market/a.ts", "// Math.exp and y ** 2")).toHaveLength(0);
		expect(faultsOf("cli/a.ts", 'await import("../market/a.ts");')).toEqual([]);
	});
});
