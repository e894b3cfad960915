import { createHash } from "node:crypto";
import type { Picture } from "./render-figure.ts";

const ID = /(?<= id=")[^"]+(?=")|(?<=url\(#)[^)]+(?=\))/g;
/** Hexadecimal digits of the hash that stand before a number. */
const DIGITS = 8;

/**
 * An SVG whose identifiers are named after its spec and counted from 1. Vega counts them
 * over the life of the process: the same picture would have other bytes after another one,
 * and two pictures of one page could share a name.
 */
export function svgWithIds(svg: string, { spec }: Picture): string {
	const hash = createHash("sha256").update(JSON.stringify(spec)).digest("hex");
	const names = new Map<string, string>();
	return svg.replace(ID, (id) => {
		const name = names.get(id) ?? `s${hash.slice(0, DIGITS)}-${names.size + 1}`;
		names.set(id, name);
		return name;
	});
}
