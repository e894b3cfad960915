/** A thread that runs points of a design. */

import {
	PointModel,
	type PointSetting,
} from "../../inference/sensitivity/point-model.ts";
import { createSimulator } from "../../market/replicate.ts";
import { serve } from "./serve.ts";

await serve((setting: PointSetting) => {
	const model = new PointModel(createSimulator, setting);
	return (points: readonly Float64Array[]) =>
		points.map((point) => model.outputs(point));
});
