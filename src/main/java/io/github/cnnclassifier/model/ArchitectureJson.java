
package io.github.cnnclassifier.model;

import java.io.IOException;
import java.util.List;
import java.util.Set;

import com.google.gson.GsonBuilder;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;

import io.github.cnnclassifier.failure.UserFailure;

/**
 * An architecture as JSON that a person can read and edit:
 *
 * <pre>
 * {"layers": [
 *   {"type": "conv", "filters": 32, "kernel": 3},
 *   {"type": "relu"},
 *   {"type": "max-pool", "size": 2},
 *   {"type": "global-average-pool"},
 *   {"type": "dense", "units": "classes"}
 * ]}
 * </pre>
 *
 * Types and their keys: {@code conv} (filters, kernel; stride 1, padding half
 * the kernel rounded down, bias true by default), {@code depthwise-conv} (the
 * same without filters), {@code batch-norm}, {@code relu}, {@code leaky-relu}
 * (slope 0.01 by default), {@code elu}, {@code gelu}, {@code silu},
 * {@code max-pool} and {@code average-pool} (size 2, stride as size by
 * default), {@code dropout} (rate), {@code residual} (body, a list of layers;
 * activation, "relu" by default or "none"), {@code global-average-pool},
 * {@code flatten}, {@code split-channels}, {@code join-channels}, {@code dense}
 * (units, a number or "classes"). Sizes are limited, so that a file from a
 * stranger cannot ask for anything absurd; whether the layers fit together is
 * checked by {@link NetworkPlan}. Thread-safe.
 */
public final class ArchitectureJson {

	private static final int MOST_CHARACTERS = 1 << 20;
	private static final int MOST_LAYERS = 1000;

	private ArchitectureJson() {}

	/**
	 * @param name of the architecture, for people
	 * @param json as above
	 * @return what it says
	 * @throws UserFailure if it is no JSON, or a type or key is unknown, a value
	 *           is missing or out of range; the message names the number of the
	 *           layer, counted from 1
	 */
	public static Architecture read(final String name, final String json) {
		return read(name, parse(name, json));
	}

	/**
	 * @param name of the architecture, for people
	 * @param json as above, already parsed
	 * @return what it says
	 * @throws UserFailure as for a text
	 */
	public static Architecture read(final String name, final JsonElement json) {
		final LayerFields fields = new LayerFields("the top", json);
		fields.allow(Set.of("layers"));
		final List<LayerSpec> layers = LayerJson.readAll("layer ", fields,
			"layers");
		final int count = layers.stream().mapToInt(ArchitectureJson::count).sum();
		if (count > MOST_LAYERS) throw fields.failure("expected at most " +
			MOST_LAYERS + " layers with those inside of residual blocks, got " +
			count);
		return new Architecture(name, layers);
	}

	private static int count(final LayerSpec layer) {
		return layer instanceof final LayerSpec.Residual block ? 1 + block.body()
			.size() : 1;
	}

	/**
	 * @param architecture any
	 * @return JSON that {@link #read} turns into the same layers, every value
	 *         written out
	 */
	public static String write(final Architecture architecture) {
		final JsonObject json = new JsonObject();
		json.add("layers", LayerJson.writeAll(architecture.layers()));
		return new GsonBuilder().setPrettyPrinting().create().toJson(json);
	}

	private static JsonElement parse(final String name, final String json) {
		if (json.length() > MOST_CHARACTERS) throw new UserFailure(
			"The network description '" + name + "' is too long: expected at most " +
				MOST_CHARACTERS + " characters, got " + json.length() + ".");
		try {
			return BoundedJson.read(json);
		}
		catch (final IOException e) {
			throw new UserFailure("The network description '" + name +
				"' is no JSON: " + e.getMessage() + ".", e);
		}
	}
}
