
package io.github.cnnclassifier.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;

import io.github.cnnclassifier.failure.Legible;
import io.github.cnnclassifier.model.LayerSpec.AveragePool;
import io.github.cnnclassifier.model.LayerSpec.BatchNorm;
import io.github.cnnclassifier.model.LayerSpec.Conv;
import io.github.cnnclassifier.model.LayerSpec.Dense;
import io.github.cnnclassifier.model.LayerSpec.DepthwiseConv;
import io.github.cnnclassifier.model.LayerSpec.Dropout;
import io.github.cnnclassifier.model.LayerSpec.Elu;
import io.github.cnnclassifier.model.LayerSpec.Flatten;
import io.github.cnnclassifier.model.LayerSpec.Gelu;
import io.github.cnnclassifier.model.LayerSpec.GlobalAveragePool;
import io.github.cnnclassifier.model.LayerSpec.JoinChannels;
import io.github.cnnclassifier.model.LayerSpec.LeakyRelu;
import io.github.cnnclassifier.model.LayerSpec.MaxPool;
import io.github.cnnclassifier.model.LayerSpec.Relu;
import io.github.cnnclassifier.model.LayerSpec.Residual;
import io.github.cnnclassifier.model.LayerSpec.Silu;
import io.github.cnnclassifier.model.LayerSpec.SplitChannels;

/** One layer from and to JSON. */
final class LayerJson {

	static final int MOST_LAYERS = 500;
	static final int MOST_FILTERS = 4096;
	static final int MOST_KERNEL = 31;
	private static final int MOST_WINDOW = 256;
	private static final int MOST_UNITS = 65536;
	private static final double USUAL_SLOPE = 0.01;
	private static final String CLASSES = "classes";
	private static final String ACTIVATION = "activation";
	private static final String NONE = "none";

	private static final Map<String, LayerSpec> WITHOUT_SETTINGS = Map.of(
		"batch-norm", new BatchNorm(), "relu", new Relu(), "elu", new Elu(), "gelu",
		new Gelu(), "silu", new Silu(), "global-average-pool",
		new GlobalAveragePool(), "flatten", new Flatten(), "split-channels",
		new SplitChannels(), "join-channels", new JoinChannels());

	private LayerJson() {}

	/** @param place before the number of each layer, for messages */
	static List<LayerSpec> readAll(final String place, final LayerFields parent,
		final String key)
	{
		final JsonArray list = parent.list(key);
		if (list.isEmpty() || list.size() > MOST_LAYERS) throw parent.failure(
			"expected 1 to " + MOST_LAYERS + " layers in '" + key + "', got " + list
				.size());
		final List<LayerSpec> layers = new ArrayList<>();
		for (final JsonElement element : list) {
			final String where = place + (layers.size() + 1);
			layers.add(read(where, new LayerFields(where, element)));
		}
		return layers;
	}

	private static LayerSpec read(final String where, final LayerFields fields) {
		final String type = fields.text("type");
		switch (type) {
			case "conv":
				return conv(fields);
			case "depthwise-conv":
				return depthwise(fields);
			case "leaky-relu":
				fields.allow(Set.of("type", "slope"));
				return new LeakyRelu(fields.share("slope", USUAL_SLOPE));
			case "max-pool":
			case "average-pool":
				return pool(type, fields);
			case "dropout":
				fields.allow(Set.of("type", "rate"));
				return new Dropout(fields.share("rate"));
			case "dense":
				fields.allow(Set.of("type", "units"));
				return new Dense(fields.is("units", CLASSES) ? 0 : fields.number(
					"units", 0, MOST_UNITS));
			case "residual":
				return residual(where, fields);
			default:
				return withoutSettings(type, fields);
		}
	}

	private static Conv conv(final LayerFields fields) {
		fields.allow(Set.of("type", "filters", "kernel", "stride", "padding",
			"bias"));
		final int kernel = kernel(fields);
		return new Conv(fields.number("filters", 1, MOST_FILTERS), kernel, stride(
			fields), padding(fields, kernel), fields.flag("bias", true));
	}

	private static DepthwiseConv depthwise(final LayerFields fields) {
		fields.allow(Set.of("type", "kernel", "stride", "padding", "bias"));
		final int kernel = kernel(fields);
		return new DepthwiseConv(kernel, stride(fields), padding(fields, kernel),
			fields.flag("bias", true));
	}

	private static int kernel(final LayerFields fields) {
		final int kernel = fields.number("kernel", 1, MOST_KERNEL);
		if (kernel % 2 == 0) throw fields.failure(
			"expected an odd number for 'kernel', got " + kernel);
		return kernel;
	}

	private static int stride(final LayerFields fields) {
		return fields.number("stride", 1, MOST_KERNEL, 1);
	}

	private static int padding(final LayerFields fields, final int kernel) {
		return fields.number("padding", 0, kernel - 1, kernel / 2);
	}

	private static Residual residual(final String where,
		final LayerFields fields)
	{
		fields.allow(Set.of("type", "body", ACTIVATION));
		if (where.contains("body")) throw fields.failure(
			"expected no residual inside a residual, got one");
		final String activation = fields.has(ACTIVATION) ? fields.text(ACTIVATION)
			: "relu";
		if (!activation.equals("relu") && !activation.equals(NONE)) throw fields
			.failure("expected relu or none for '" + ACTIVATION + "', got '" + Legible
				.quote(activation) + "'");
		return new Residual(readAll(where + ", body layer ", fields, "body"),
			!activation.equals(NONE));
	}

	private static LayerSpec pool(final String type, final LayerFields fields) {
		fields.allow(Set.of("type", "size", "stride"));
		final int size = fields.number("size", 1, MOST_WINDOW, 2);
		final int stride = fields.number("stride", 1, MOST_WINDOW, size);
		return type.equals("max-pool") ? new MaxPool(size, stride)
			: new AveragePool(size, stride);
	}

	private static LayerSpec withoutSettings(final String type,
		final LayerFields fields)
	{
		final LayerSpec layer = WITHOUT_SETTINGS.get(type);
		if (layer == null) throw fields.failure("expected one of the types conv, " +
			"depthwise-conv, batch-norm, relu, leaky-relu, elu, gelu, silu, max-pool, " +
			"average-pool, dropout, residual, global-average-pool, flatten, " +
			"split-channels, join-channels, dense, got '" + Legible.quote(type) +
			"'");
		fields.allow(Set.of("type"));
		return layer;
	}

	static JsonArray writeAll(final List<LayerSpec> layers) {
		final JsonArray list = new JsonArray();
		layers.forEach(l -> list.add(write(l)));
		return list;
	}

	private static JsonObject write(final LayerSpec layer) {
		final JsonObject json = new JsonObject();
		if (layer instanceof final Conv c) {
			json.addProperty("type", "conv");
			json.addProperty("filters", c.filters());
			json.addProperty("kernel", c.kernel());
			json.addProperty("stride", c.stride());
			json.addProperty("padding", c.padding());
			json.addProperty("bias", c.bias());
		}
		else if (layer instanceof final DepthwiseConv c) {
			json.addProperty("type", "depthwise-conv");
			json.addProperty("kernel", c.kernel());
			json.addProperty("stride", c.stride());
			json.addProperty("padding", c.padding());
			json.addProperty("bias", c.bias());
		}
		else if (layer instanceof final LeakyRelu l) {
			json.addProperty("type", "leaky-relu");
			json.addProperty("slope", l.slope());
		}
		else if (layer instanceof final MaxPool p) {
			json.addProperty("type", "max-pool");
			json.addProperty("size", p.size());
			json.addProperty("stride", p.stride());
		}
		else if (layer instanceof final AveragePool p) {
			json.addProperty("type", "average-pool");
			json.addProperty("size", p.size());
			json.addProperty("stride", p.stride());
		}
		else if (layer instanceof final Dropout d) {
			json.addProperty("type", "dropout");
			json.addProperty("rate", d.rate());
		}
		else if (layer instanceof final Dense d) {
			json.addProperty("type", "dense");
			if (d.units() == 0) json.addProperty("units", CLASSES);
			else json.addProperty("units", d.units());
		}
		else if (layer instanceof final Residual r) {
			json.addProperty("type", "residual");
			json.add("body", writeAll(r.body()));
			// older versions do not know it, and always have a relu
			if (!r.rectified()) json.addProperty(ACTIVATION, NONE);
		}
		else json.addProperty("type", nameWithoutSettings(layer));
		return json;
	}

	private static String nameWithoutSettings(final LayerSpec layer) {
		return WITHOUT_SETTINGS.entrySet().stream().filter(e -> e.getValue().equals(
			layer)).findFirst().orElseThrow().getKey();
	}
}
