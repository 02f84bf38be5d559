
package io.github.cnnclassifier.archive;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;

import io.github.cnnclassifier.model.BoundedJson;

/** What of a training does not change while it lasts, as JSON. */
final class TrainingJson {

	private static final Gson GSON = new GsonBuilder().serializeNulls().create();

	private TrainingJson() {}

	static byte[] write(final KeptTraining training) {
		final JsonObject json = new JsonObject();
		json.add("request", texts(training.request()));
		final KeptTraining.Images images = training.images();
		json.addProperty("fingerprint", images.fingerprint());
		json.addProperty("groups", images.groups());
		final JsonObject sides = new JsonObject();
		images.sides().forEach((side, hashes) -> sides.add(side, texts(hashes)));
		json.add("sides", sides);
		json.add("others", texts(images.others()));
		return bytes(json);
	}

	/** @return a training before its first step */
	static KeptTraining read(final byte[] content) throws InvalidModel {
		final JsonFields json = fields(content);
		final Map<String, List<String>> sides = json.map("sides", (element,
			path) -> JsonFields.list(element, path, JsonFields::text));
		DescriptionReader.requireOneSideEach(sides);
		return new KeptTraining(json.map("request", JsonFields::text),
			new KeptTraining.Images(json.text("fingerprint"), sides, json.list(
				"others", JsonFields::text), json.text("groups")), Optional.empty(),
			Optional.empty());
	}

	static JsonFields fields(final byte[] content) throws InvalidModel {
		try {
			return JsonFields.of(BoundedJson.read(content), "");
		}
		catch (final IOException e) {
			throw new InvalidModel("It is damaged: " + e.getMessage() + ".", e);
		}
	}

	static byte[] bytes(final JsonElement json) {
		return GSON.toJson(json).getBytes(StandardCharsets.UTF_8);
	}

	static JsonObject texts(final Map<String, String> texts) {
		final JsonObject json = new JsonObject();
		texts.forEach(json::addProperty);
		return json;
	}

	static JsonArray texts(final Collection<String> texts) {
		final JsonArray array = new JsonArray();
		texts.forEach(array::add);
		return array;
	}
}
