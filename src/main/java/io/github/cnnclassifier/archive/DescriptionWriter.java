
package io.github.cnnclassifier.archive;

import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import com.google.gson.JsonPrimitive;

import io.github.cnnclassifier.model.ArchitectureJson;
import io.github.cnnclassifier.model.ClassifierDescription;
import io.github.cnnclassifier.model.DatasetRecord;
import io.github.cnnclassifier.model.EpochFigures;
import io.github.cnnclassifier.model.LearnedBefore;
import io.github.cnnclassifier.model.TrainingImages;
import io.github.cnnclassifier.model.TrainingRecord;
import io.github.cnnclassifier.model.UnlikeScore;

/** Writes classifier.json; {@link DescriptionReader} reads it. */
final class DescriptionWriter {

	private static final Gson GSON = new GsonBuilder().serializeNulls()
		.setPrettyPrinting().disableHtmlEscaping().create();

	private DescriptionWriter() {}

	static byte[] write(final ClassifierDescription d) {
		return write(d, Optional.empty());
	}

	static byte[] write(final ClassifierDescription d,
		final Optional<UnlikeScore> unlike)
	{
		final JsonObject json = new JsonObject();
		final int format = Math.max(unlike.isPresent() ? UnlikePart.FORMAT : 1, Math
			.max(PreprocessingJson.format(d.preprocessing()), ArchitectureFormat.of(d
				.architecture())));
		json.addProperty("formatVersion", format);
		json.addProperty("name", d.name());
		json.add("classes", texts(d.labels().names()));
		json.add("input", input(d));
		json.add("preprocessing", PreprocessingJson.write(d.preprocessing(),
			format));
		if (d.planes() != null) json.addProperty("planes", d.planes().label());
		final JsonObject architecture = new JsonObject();
		architecture.addProperty("name", d.architecture().name());
		architecture.add("layers", JsonParser.parseString(ArchitectureJson.write(d
			.architecture())).getAsJsonObject().get("layers"));
		json.add("architecture", architecture);
		json.add("training", training(d.training()));
		json.add("dataset", dataset(d.training()));
		final JsonObject metrics = new JsonObject();
		d.metrics().forEach((name, value) -> metrics.add(name, number(value)));
		json.add("metrics", metrics);
		ConfidenceJson.write(json, d.confidence());
		unlike.ifPresent(score -> UnlikePart.write(score, json));
		json.add("calibration", JsonNull.INSTANCE);
		json.add("threshold", JsonNull.INSTANCE);
		return (GSON.toJson(json) + "\n").getBytes(StandardCharsets.UTF_8);
	}

	private static JsonObject input(final ClassifierDescription d) {
		final TrainingImages images = d.images();
		final JsonObject json = new JsonObject();
		json.addProperty("channels", d.preprocessing().channels());
		json.addProperty("height", d.preprocessing().height());
		json.addProperty("width", d.preprocessing().width());
		json.addProperty("bitDepth", images.largestBitDepth());
		images.storedBitDepths().ifPresent(stored -> {
			final JsonArray depths = new JsonArray();
			stored.bits().forEach(depths::add);
			json.add("bitDepths", depths);
		});
		json.add("pixelSize", images.pixelSize().<JsonElement> map(
			PreprocessingJson::pixelSize).orElse(JsonNull.INSTANCE));
		images.pixelSizes().ifPresent(sizes -> json.add(
			PreprocessingJson.PIXEL_SIZES, PreprocessingJson.pixelSizes(sizes)));
		images.sizes().ifPresent(sizes -> json.add(ImageSizesJson.FIELD,
			ImageSizesJson.write(sizes)));
		return json;
	}

	private static JsonObject training(final TrainingRecord training) {
		final JsonObject json = new JsonObject();
		json.addProperty("date", training.date());
		json.addProperty("seed", training.seed());
		json.addProperty("epochs", training.epochs());
		json.add("settings", texts(training.settings()));
		json.add("versions", texts(training.versions()));
		json.add("history", history(training.history()));
		return json;
	}

	static JsonArray history(final List<EpochFigures> epochs) {
		final JsonArray history = new JsonArray();
		for (final EpochFigures e : epochs) {
			final JsonObject epoch = new JsonObject();
			epoch.addProperty("epoch", e.epoch());
			epoch.add("trainingLoss", number(e.trainingLoss()));
			epoch.add("validationLoss", number(e.validationLoss()));
			epoch.add("validationAccuracy", number(e.validationAccuracy()));
			epoch.add("learningRate", number(e.learningRate()));
			history.add(epoch);
		}
		return history;
	}

	private static JsonObject dataset(final TrainingRecord training) {
		final DatasetRecord dataset = training.dataset();
		final JsonObject json = new JsonObject();
		json.addProperty("fingerprint", dataset.fingerprint());
		json.addProperty("description", dataset.description());
		final JsonObject counts = new JsonObject();
		dataset.trainingCounts().forEach(counts::addProperty);
		json.add("trainingCounts", counts);
		final JsonObject split = new JsonObject();
		dataset.split().forEach((side, hashes) -> split.add(side, texts(hashes)));
		json.add("split", split);
		final JsonObject grouping = new JsonObject();
		grouping.addProperty("rule", dataset.grouping().rule());
		grouping.addProperty("statement", dataset.grouping().statement());
		grouping.addProperty("leak", dataset.grouping().leak());
		json.add("grouping", grouping);
		final LearnedBefore before = dataset.before();
		if (!before.equals(LearnedBefore.notRecorded(training.settings()))) json
			.add("learnedBefore", before(before));
		return json;
	}

	private static JsonObject before(final LearnedBefore before) {
		final JsonObject json = new JsonObject();
		json.addProperty("complete", before.complete());
		json.add("images", texts(before.images()));
		return json;
	}

	private static JsonArray texts(final Collection<String> texts) {
		final JsonArray array = new JsonArray();
		texts.forEach(array::add);
		return array;
	}

	private static JsonObject texts(final Map<String, String> texts) {
		final JsonObject json = new JsonObject();
		texts.forEach(json::addProperty);
		return json;
	}

	/** JSON has neither NaN nor infinities; both are undefined figures here. */
	private static JsonElement number(final double value) {
		return Double.isFinite(value) ? new JsonPrimitive(value)
			: JsonNull.INSTANCE;
	}
}
