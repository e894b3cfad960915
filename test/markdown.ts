/** Reads the Markdown pages of the repository: their blocks, spans, headings and links. */
import { readdirSync, readFileSync } from "node:fs";
import { join, relative } from "node:path";

export const ROOT = join(import.meta.dirname, "..");

/** Folders without a page of the repository's own. */
const ELSEWHERE = new Set(["node_modules", "dist", "coverage", ".git"]);
/** What the repository keeps of `results/`. */
const KEPT_RESULTS = new Set(["README.md", "published", "validation"]);

/** A page as it stands in the repository. */
export interface MarkdownPage {
	/** from the root, with slashes */
	readonly path: string;
	readonly text: string;
}

function pagesBelow(folder: string): readonly string[] {
	return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
		const path = join(folder, entry.name);
		if (relative(ROOT, folder) === "results" && !KEPT_RESULTS.has(entry.name))
			return [];
		if (entry.isDirectory())
			return ELSEWHERE.has(entry.name) ? [] : pagesBelow(path);
		return entry.name.endsWith(".md") ? [path] : [];
	});
}

/** Every Markdown page of the repository. */
export const PAGES: readonly MarkdownPage[] = pagesBelow(ROOT).map((file) => ({
	path: relative(ROOT, file).replaceAll("\\", "/"),
	text: readFileSync(file, "utf8"),
}));

/** The page of a path from the root. @throws when there is none */
export function pageAt(path: string): MarkdownPage {
	const page = PAGES.find((one) => one.path === path);
	if (page === undefined) throw new Error(`there is no ${path}`);
	return page;
}

/** A fenced block: its language, empty when it names none, and its lines. */
export interface Fence {
	readonly language: string;
	readonly text: string;
}

const FENCE = /^```(\w*)\n([\s\S]*?)^```/gm;

/** The fenced blocks of a page. */
export function fencesOf({ text }: MarkdownPage): readonly Fence[] {
	return [...text.matchAll(FENCE)].map(([, language = "", lines = ""]) => ({
		language,
		text: lines,
	}));
}

/** A page without its fenced blocks. */
const proseOf = ({ text }: MarkdownPage): string => text.replaceAll(FENCE, "");

/** Code within sentences, on one line each. */
export function spansOf(page: MarkdownPage): readonly string[] {
	return [...proseOf(page).matchAll(/`([^`]+)`/g)].map(([, span = ""]) =>
		span.replace(/\s+/g, " "),
	);
}

/** Where the links and pictures of a page lead, but for the web. */
export function linksOf(page: MarkdownPage): readonly string[] {
	return [...proseOf(page).matchAll(/\]\(([^)\s]+)\)/g)]
		.map(([, target = ""]) => target)
		.filter((target) => !/^[a-z]+:/.test(target));
}

/** What a link to a heading of a page is called. */
export function anchorsOf(page: MarkdownPage): readonly string[] {
	return [...proseOf(page).matchAll(/^#+ (.+)$/gm)].map(([, heading = ""]) =>
		heading
			.toLowerCase()
			.replaceAll(/[^\p{L}\p{N} _-]/gu, "")
			.replaceAll(" ", "-"),
	);
}
