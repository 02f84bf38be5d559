
package io.github.cnnclassifier.archive;

import java.util.Optional;

import com.google.gson.JsonObject;

import io.github.cnnclassifier.model.Calibration;
import io.github.cnnclassifier.model.ConfidenceRecord;
import io.github.cnnclassifier.model.SuggestedThreshold;
import io.github.cnnclassifier.model.Temperature;
import io.github.cnnclassifier.model.Threshold;

/**
 * The field {@code confidence} of classifier.json. Readers that do not know it
 * lose nothing, since the calibration is in the weights.
 */
final class ConfidenceJson {

	static final String FIELD = "confidence";

	private static final String CALIBRATION = "calibration";
	private static final String TEMPERATURE = "temperature";
	private static final String IMAGES = "images";
	private static final String LOSS_BEFORE = "lossBefore";
	private static final String LOSS_AFTER = "lossAfter";
	private static final String ERROR_BEFORE = "errorBefore";
	private static final String ERROR_AFTER = "errorAfter";
	private static final String THRESHOLD = "threshold";
	private static final String LEAST = "least";
	private static final String WISHED = "wishedAccuracy";
	private static final String ACCURACY = "accuracy";
	private static final String COVERAGE = "coverage";

	private ConfidenceJson() {}

	/** Writes nothing of what nothing is known. */
	static void write(final JsonObject description,
		final ConfidenceRecord confidence)
	{
		if (confidence.equals(ConfidenceRecord.NONE)) return;
		final JsonObject json = new JsonObject();
		confidence.calibration().ifPresent(c -> json.add(CALIBRATION, write(c)));
		confidence.threshold().ifPresent(t -> json.add(THRESHOLD, write(t)));
		description.add(FIELD, json);
	}

	private static JsonObject write(final Calibration calibration) {
		final JsonObject json = new JsonObject();
		json.addProperty(TEMPERATURE, calibration.temperature().value());
		json.addProperty(IMAGES, calibration.images());
		json.addProperty(LOSS_BEFORE, calibration.lossBefore());
		json.addProperty(LOSS_AFTER, calibration.lossAfter());
		json.addProperty(ERROR_BEFORE, calibration.errorBefore());
		json.addProperty(ERROR_AFTER, calibration.errorAfter());
		return json;
	}

	private static JsonObject write(final SuggestedThreshold suggested) {
		final JsonObject json = new JsonObject();
		json.addProperty(LEAST, suggested.threshold().least());
		json.addProperty(WISHED, suggested.wished());
		json.addProperty(ACCURACY, suggested.accuracy());
		json.addProperty(COVERAGE, suggested.coverage());
		json.addProperty(IMAGES, suggested.images());
		return json;
	}

	/** @return nothing where there is no such field, as in older files */
	static ConfidenceRecord read(final JsonFields description)
		throws InvalidModel
	{
		if (description.isNull(FIELD)) return ConfidenceRecord.NONE;
		final JsonFields json = description.fields(FIELD);
		return new ConfidenceRecord(json.isNull(CALIBRATION) ? Optional.empty()
			: Optional.of(calibration(json.fields(CALIBRATION))), json.isNull(
				THRESHOLD) ? Optional.empty() : Optional.of(threshold(json.fields(
					THRESHOLD))));
	}

	private static Calibration calibration(final JsonFields json)
		throws InvalidModel
	{
		return new Calibration(new Temperature(json.number(TEMPERATURE)), json
			.whole(IMAGES, 1, Integer.MAX_VALUE), json.number(LOSS_BEFORE), json
				.number(LOSS_AFTER), json.number(ERROR_BEFORE), json.number(
					ERROR_AFTER));
	}

	private static SuggestedThreshold threshold(final JsonFields json)
		throws InvalidModel
	{
		return new SuggestedThreshold(new Threshold(json.number(LEAST)), json
			.number(WISHED), json.number(ACCURACY), json.number(COVERAGE), json.whole(
				IMAGES, 1, Integer.MAX_VALUE));
	}
}
