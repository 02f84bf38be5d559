
package io.github.cnnclassifier.archive;

import java.util.List;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;

import io.github.cnnclassifier.model.LayerSpec;
import io.github.cnnclassifier.model.LayerSpec.AveragePool;
import io.github.cnnclassifier.model.LayerSpec.BatchNorm;
import io.github.cnnclassifier.model.LayerSpec.Conv;
import io.github.cnnclassifier.model.LayerSpec.Dense;
import io.github.cnnclassifier.model.LayerSpec.Dropout;
import io.github.cnnclassifier.model.LayerSpec.Flatten;
import io.github.cnnclassifier.model.LayerSpec.GlobalAveragePool;
import io.github.cnnclassifier.model.LayerSpec.MaxPool;
import io.github.cnnclassifier.model.LayerSpec.Relu;
import io.github.cnnclassifier.model.LayerSpec.Residual;

/** Layers as JSON in a model file: complete, no field has a default. */
final class LayerJson {

	private static final String TYPE = "type";

	private LayerJson() {}

	static JsonArray write(final List<LayerSpec> layers) {
		final JsonArray array = new JsonArray();
		for (final LayerSpec layer : layers)
			array.add(write(layer));
		return array;
	}

	private static JsonObject write(final LayerSpec layer) {
		final JsonObject json = new JsonObject();
		if (layer instanceof final Conv c) {
			json.addProperty(TYPE, "conv");
			json.addProperty("filters", c.filters());
			json.addProperty("kernel", c.kernel());
			json.addProperty("stride", c.stride());
			json.addProperty("padding", c.padding());
			json.addProperty("bias", c.bias());
		}
		else if (layer instanceof BatchNorm) json.addProperty(TYPE, "batch-norm");
		else if (layer instanceof Relu) json.addProperty(TYPE, "relu");
		else if (layer instanceof final MaxPool p) {
			json.addProperty(TYPE, "max-pool");
			json.addProperty("size", p.size());
			json.addProperty("stride", p.stride());
		}
		else if (layer instanceof final AveragePool p) {
			json.addProperty(TYPE, "average-pool");
			json.addProperty("size", p.size());
			json.addProperty("stride", p.stride());
		}
		else if (layer instanceof final Dropout d) {
			json.addProperty(TYPE, "dropout");
			json.addProperty("rate", d.rate());
		}
		else if (layer instanceof GlobalAveragePool) json.addProperty(TYPE,
			"global-average-pool");
		else if (layer instanceof Flatten) json.addProperty(TYPE, "flatten");
		else if (layer instanceof final Dense d) {
			json.addProperty(TYPE, "dense");
			json.addProperty("units", d.units());
		}
		else if (layer instanceof final Residual r) {
			json.addProperty(TYPE, "residual");
			json.add("body", write(r.body()));
		}
		else throw new IllegalArgumentException("No JSON for " + layer);
		return json;
	}

	/** Reads one layer of the network, which may be a residual block. */
	static LayerSpec read(final JsonElement element, final String path)
		throws InvalidModel
	{
		final JsonFields fields = JsonFields.of(element, path);
		if (fields.text(TYPE).equals("residual")) return new Residual(fields.list(
			"body", LayerJson::readPlain));
		return readPlain(element, path);
	}

	private static LayerSpec readPlain(final JsonElement element,
		final String path) throws InvalidModel
	{
		final JsonFields fields = JsonFields.of(element, path);
		final int max = Limits.LENGTH;
		return switch (fields.text(TYPE)) {
			case "conv" -> new Conv(fields.whole("filters", 1, max), fields.whole(
				"kernel", 1, max), fields.whole("stride", 1, max), fields.whole(
					"padding", 0, max), fields.flag("bias"));
			case "batch-norm" -> new BatchNorm();
			case "relu" -> new Relu();
			case "max-pool" -> new MaxPool(fields.whole("size", 1, max), fields.whole(
				"stride", 1, max));
			case "average-pool" -> new AveragePool(fields.whole("size", 1, max),
				fields.whole("stride", 1, max));
			case "dropout" -> new Dropout(fields.number("rate"));
			case "global-average-pool" -> new GlobalAveragePool();
			case "flatten" -> new Flatten();
			case "dense" -> new Dense(fields.whole("units", 0, max));
			default -> throw JsonFields.wrong(path, "a known layer", element);
		};
	}
}
