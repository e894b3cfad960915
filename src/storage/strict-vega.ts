import type { LoggerInterface, View } from "vega";
import type { TopLevelSpec } from "vega-lite";
import { registerFigureFonts } from "./fonts.ts";

type Loader = ReturnType<View["loader"]>;

/** A spec that vega or vega-lite had something to say about. */
export class FigureError extends Error {
	override readonly name = "FigureError";
}

/** Lets no spec read a file or a URL: figures hold their own numbers. */
const REFUSING_LOADER: Loader = {
	load: refuse,
	sanitize: refuse,
	http: refuse,
	file: refuse,
};

function refuse(address: string): Promise<never> {
	return Promise.reject(new FigureError(`a figure may not load ${address}`));
}

/** Keeps what vega says; a warning counts as much as an error. */
class StrictLogger implements LoggerInterface {
	readonly #said: string[] = [];

	level(): number;
	level(level: number): this;
	level(level?: number): number | this {
		return level === undefined ? 0 : this;
	}

	error(...words: readonly unknown[]): this {
		this.#said.push(words.map(String).join(" "));
		return this;
	}

	warn(...words: readonly unknown[]): this {
		return this.error(...words);
	}

	info(): this {
		return this;
	}

	debug(): this {
		return this;
	}

	/** @throws {FigureError} when anything was said */
	mustBeSilent(): void {
		if (this.#said.length > 0) throw new FigureError(this.#said.join("; "));
	}
}

/**
 * Hands a laid-out view of a spec to `draw`, and releases it. Vega is loaded on first use.
 *
 * @throws {FigureError} on any warning of vega-lite or vega, and on any attempt to load
 */
export async function withView<Drawn>(
	spec: TopLevelSpec,
	draw: (view: View) => Promise<Drawn>,
): Promise<Drawn> {
	registerFigureFonts();
	const [vega, vegaLite] = await Promise.all([
		import("vega"),
		import("vega-lite"),
	]);
	const logger = new StrictLogger();
	const compiled = vegaLite.compile(spec, { logger });
	logger.mustBeSilent();
	const view = new vega.View(vega.parse(compiled.spec), {
		renderer: "none",
		loader: REFUSING_LOADER,
		logger,
	});
	try {
		await view.runAsync();
		const drawn = await draw(view);
		logger.mustBeSilent();
		return drawn;
	} finally {
		view.finalize();
	}
}
