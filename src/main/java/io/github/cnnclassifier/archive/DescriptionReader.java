
package io.github.cnnclassifier.archive;

import java.io.IOException;
import java.time.format.DateTimeParseException;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;

import io.github.cnnclassifier.failure.Legible;
import io.github.cnnclassifier.failure.UserFailure;
import io.github.cnnclassifier.image.BitDepths;
import io.github.cnnclassifier.image.PlanePolicy;
import io.github.cnnclassifier.model.Architecture;
import io.github.cnnclassifier.model.ArchitectureJson;
import io.github.cnnclassifier.model.BoundedJson;
import io.github.cnnclassifier.model.ClassLabels;
import io.github.cnnclassifier.model.ClassifierDescription;
import io.github.cnnclassifier.model.DatasetRecord;
import io.github.cnnclassifier.model.EpochFigures;
import io.github.cnnclassifier.model.GroupingRecord;
import io.github.cnnclassifier.model.LearnedBefore;
import io.github.cnnclassifier.model.TrainingImages;
import io.github.cnnclassifier.model.TrainingRecord;

/** Reads classifier.json, believing nothing. */
final class DescriptionReader {

	private static final String FILE = ModelZip.DESCRIPTION;
	private static final int MOST_BITS = 64;

	private DescriptionReader() {}

	/**
	 * @param content of classifier.json
	 * @return what it says to a person
	 * @throws InvalidModel if it is of a newer format or not as specified
	 */
	static ClassifierDescription read(final byte[] content) throws InvalidModel {
		return readAll(content).description();
	}

	/**
	 * @param content of classifier.json
	 * @return what it says
	 * @throws InvalidModel if it is of a newer format or not as specified
	 */
	static Described readAll(final byte[] content) throws InvalidModel {
		final JsonFields json = JsonFields.of(parse(content), "");
		final int version = json.whole("formatVersion", 1, Integer.MAX_VALUE);
		if (version > ModelArchive.FORMAT_VERSION) throw new InvalidModel(
			"This model has format " + version +
				"; this version of CNN Classifier reads up to " +
				ModelArchive.FORMAT_VERSION + ". Update CNN Classifier.");
		for (final String reserved : List.of("calibration", "threshold")) {
			if (!json.isNull(reserved)) throw InvalidModel.damaged(FILE, reserved +
				" is set, which format " + version + " does not know");
		}
		try {
			return new Described(description(json, version), UnlikePart.read(json,
				version));
		}
		// the values refuse what is impossible; here it came from a file
		catch (IllegalArgumentException | DateTimeParseException | UserFailure e) {
			throw new InvalidModel(InvalidModel.damaged(FILE, e.getMessage())
				.getMessage(), e);
		}
	}

	private static JsonElement parse(final byte[] content) throws InvalidModel {
		try {
			return BoundedJson.read(content);
		}
		catch (final IOException e) {
			throw new InvalidModel(InvalidModel.damaged(FILE, "it is no JSON (" + e
				.getMessage() + ")").getMessage(), e);
		}
	}

	private static ClassifierDescription description(final JsonFields json,
		final int format) throws InvalidModel
	{
		final List<String> classes = json.list("classes", JsonFields::text);
		if (classes.size() > Limits.CLASSES) throw InvalidModel.damaged(FILE,
			classes.size() + " classes");
		final JsonFields input = json.fields("input");
		return new ClassifierDescription(json.text("name"), new ClassLabels(
			classes), architecture(json.fields("architecture"), format),
			PreprocessingJson.read(input, json.fields("preprocessing"), format),
			planes(json), images(input), training(json), json.map("metrics",
				JsonFields::number), ConfidenceJson.read(json));
	}

	private static TrainingImages images(final JsonFields input)
		throws InvalidModel
	{
		return new TrainingImages(input.whole("bitDepth", 1, MOST_BITS), Optional
			.ofNullable(bitDepths(input)), Optional.ofNullable(PreprocessingJson
				.readPixelSize(input)), Optional.ofNullable(PreprocessingJson
					.readPixelSizes(input)), Optional.ofNullable(ImageSizesJson.read(
						input)));
	}

	/** @return null if there are none, as in files of older versions */
	private static BitDepths bitDepths(final JsonFields input)
		throws InvalidModel
	{
		return input.isNull("bitDepths") ? null : new BitDepths(input.list(
			"bitDepths", (element, path) -> JsonFields.whole(element, path, 1,
				MOST_BITS)));
	}

	private static Architecture architecture(final JsonFields json,
		final int format) throws InvalidModel
	{
		final JsonObject layers = new JsonObject();
		layers.add("layers", json.element("layers"));
		final Architecture read = ArchitectureJson.read(json.text("name"), layers);
		ArchitectureFormat.require(read, format);
		return read;
	}

	/** @return null in files that were written before there was a choice */
	private static PlanePolicy planes(final JsonFields json) throws InvalidModel {
		if (json.isNull("planes")) return null;
		final PlanePolicy planes = PlanePolicy.parse(json.text("planes"));
		if (planes == PlanePolicy.CURRENT) throw InvalidModel.damaged(FILE,
			"files have no current plane");
		return planes;
	}

	private static TrainingRecord training(final JsonFields root)
		throws InvalidModel
	{
		final JsonFields json = root.fields("training");
		final Map<String, String> settings = json.map("settings", JsonFields::text);
		return new TrainingRecord(json.whole("seed"), settings, json.whole("epochs",
			0, Integer.MAX_VALUE), history(json), dataset(root.fields("dataset"),
				settings), json.map("versions", JsonFields::text), json.text("date"));
	}

	static List<EpochFigures> history(final JsonFields json) throws InvalidModel {
		return json.list("history", DescriptionReader::epoch);
	}

	private static EpochFigures epoch(final JsonElement element,
		final String path) throws InvalidModel
	{
		final JsonFields json = JsonFields.of(element, path);
		return new EpochFigures(json.whole("epoch", 0, Integer.MAX_VALUE), json
			.number("trainingLoss"), json.number("validationLoss"), json.number(
				"validationAccuracy"), json.number("learningRate"));
	}

	private static DatasetRecord dataset(final JsonFields json,
		final Map<String, String> settings) throws InvalidModel
	{
		final Map<String, List<String>> split = json.map("split", (element,
			path) -> JsonFields.list(element, path, JsonFields::text));
		requireOneSideEach(split);
		return new DatasetRecord(json.text("fingerprint"), json.text("description"),
			split, json.map("trainingCounts", (element, path) -> JsonFields.whole(
				element, path, 0, Integer.MAX_VALUE)), grouping(json), before(json,
					settings));
	}

	/** Absent in files of older versions, and where it is clear without. */
	private static LearnedBefore before(final JsonFields dataset,
		final Map<String, String> settings) throws InvalidModel
	{
		if (dataset.isNull("learnedBefore")) return LearnedBefore.notRecorded(
			settings);
		final JsonFields json = dataset.fields("learnedBefore");
		return new LearnedBefore(json.list("images", JsonFields::text), json.flag(
			"complete"));
	}

	static void requireOneSideEach(final Map<String, List<String>> split)
		throws InvalidModel
	{
		final Set<String> seen = new HashSet<>();
		for (final List<String> side : split.values()) {
			for (final String hash : new HashSet<>(side)) {
				if (!seen.add(hash)) throw InvalidModel.damaged(FILE, "the image " +
					Legible.quote(hash) + " is on two sides of dataset.split");
			}
		}
	}

	/** Absent in files of older versions. */
	private static GroupingRecord grouping(final JsonFields dataset)
		throws InvalidModel
	{
		if (dataset.isNull("grouping")) return GroupingRecord.NONE;
		final JsonFields json = dataset.fields("grouping");
		return new GroupingRecord(json.text("rule"), json.text("statement"), json
			.text("leak"));
	}
}
