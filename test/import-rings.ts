/** Rings of files that import each other, types included: none of them can be read first. */
import { posix } from "node:path";
import { importsOf, readSource } from "./source-text.ts";

/** Files with what each imports of them, by path. */
export function importsAmong(
	sources: ReadonlyMap<string, string>,
): ReadonlyMap<string, readonly string[]> {
	const imports = [...sources].map(([path, source]) => {
		const found = importsOf(readSource(source)).flatMap(({ specifier }) =>
			specifier?.startsWith(".")
				? [posix.join(posix.dirname(path), specifier)]
				: [],
		);
		return [path, found.filter((file) => sources.has(file))] as const;
	});
	return new Map(imports);
}

/**
 * Rings of two files and more, each in alphabetical order: strongly connected parts by
 * Tarjan's algorithm. A file that imports itself is a ring of one.
 */
export function ringsOf(
	imports: ReadonlyMap<string, readonly string[]>,
): readonly (readonly string[])[] {
	const place = new Map<string, number>();
	const open: string[] = [];
	const rings: (readonly string[])[] = [];

	const visit = (file: string): number => {
		const mine = place.size;
		place.set(file, mine);
		open.push(file);
		let low = mine;
		for (const next of imports.get(file) ?? [])
			if (!place.has(next)) low = Math.min(low, visit(next));
			else if (open.includes(next)) low = Math.min(low, place.get(next)!);
		if (low === mine) close(file);
		return low;
	};
	const close = (file: string): void => {
		const part = open.splice(open.indexOf(file));
		if (part.length > 1 || imports.get(file)?.includes(file))
			rings.push(part.sort());
	};
	for (const file of imports.keys()) if (!place.has(file)) visit(file);
	return rings;
}
