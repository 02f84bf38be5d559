
package io.github.cnnclassifier.archive;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import io.github.cnnclassifier.engine.Engine;
import io.github.cnnclassifier.engine.ReferenceEngine;
import io.github.cnnclassifier.model.Calibration;
import io.github.cnnclassifier.model.ClassifierDescription;
import io.github.cnnclassifier.model.ConfidenceRecord;
import io.github.cnnclassifier.model.SavedClassifier;
import io.github.cnnclassifier.model.SuggestedThreshold;
import io.github.cnnclassifier.model.Temperature;
import io.github.cnnclassifier.model.Threshold;

/** What a model file says of the confidence of its classifier. */
class ConfidenceOfModelTest {

	private static final Engine ENGINE = new ReferenceEngine();

	private static final Calibration CALIBRATION = new Calibration(
		new Temperature(1.437), 300, 0.41, 0.38, 0.061, 0.018);

	private static final SuggestedThreshold SUGGESTED = new SuggestedThreshold(
		new Threshold(0.8734), 0.99, 0.995, 0.91, 400);

	@TempDir
	Path folder;

	private static ClassifierDescription with(
		final Optional<Calibration> calibration,
		final Optional<SuggestedThreshold> threshold)
	{
		return Examples.small().description().with(new ConfidenceRecord(calibration,
			threshold));
	}

	private static String json(final ClassifierDescription description) {
		return new String(DescriptionWriter.write(description),
			StandardCharsets.UTF_8);
	}

	private static String card(final ClassifierDescription description) {
		return new String(ModelCard.write(description, 1), StandardCharsets.UTF_8);
	}

	@Test
	void whatIsReadEqualsWhatWasWritten() throws IOException {
		for (final Optional<Calibration> calibration : List.of(Optional.of(
			CALIBRATION), Optional.<Calibration> empty()))
			for (final Optional<SuggestedThreshold> threshold : List.of(Optional.of(
				SUGGESTED), Optional.<SuggestedThreshold> empty()))
			{
				final ClassifierDescription described = with(calibration, threshold);
				final Path file = folder.resolve("model.zip");
				ModelArchive.write(file, new SavedClassifier(described, Examples.small()
					.weights()), ENGINE);
				assertEquals(described, ModelArchive.read(file, ENGINE).description());
			}
	}

	/** Versions before that read it too: they demand null in two fields. */
	@Test
	void theFormatStaysAndTheReservedFieldsStayEmpty() {
		final String json = json(with(Optional.of(CALIBRATION), Optional.of(
			SUGGESTED)));
		assertTrue(json.contains("\"formatVersion\": 1"), json);
		assertTrue(json.contains("\n  \"calibration\": null,"), json);
		assertTrue(json.contains("\n  \"threshold\": null"), json);
	}

	@Test
	void whereNothingIsKnownNothingIsWritten() {
		final String json = json(Examples.small().description());
		assertFalse(json.contains("\"confidence\""), json);
	}

	@ParameterizedTest
	@ValueSource(strings = { "v1.zip", "v2.zip", "v3.zip", "v4.zip" })
	void nothingIsKnownOfModelsOfEarlierVersions(final String file) {
		final ClassifierDescription read = ModelArchive.describe(Path.of(
			"src/test/resources/archives").resolve(file));
		assertEquals(ConfidenceRecord.NONE, read.confidence());
		assertEquals(1, read.confidence().temperature().value());
	}

	@Test
	void theCardTellsWhetherProbabilitiesAreCalibrated() {
		assertTrue(card(Examples.small().description()).contains(
			"The probabilities are not calibrated."));
		final String card = card(with(Optional.of(CALIBRATION), Optional.of(
			SUGGESTED)));
		assertTrue(card.contains("divided by 1.437"), card);
		assertTrue(card.contains("Suggested threshold: 0.8734."), card);
		assertFalse(card.contains("not calibrated"), card);
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', value = {
		"\"temperature\": 1.437|\"temperature\": 0|temperature",
		"\"temperature\": 1.437|\"temperature\": null|temperature",
		"\"temperature\": 1.437|\"temperature\": \"hot\"|confidence.calibration.temperature",
		"\"images\": 300|\"images\": -1|confidence.calibration.images",
		"\"lossAfter\": 0.38|\"lossAfter\": -1|loss",
		"\"errorAfter\": 0.018|\"errorAfter\": 2|calibration error",
		"\"least\": 0.8734|\"least\": 2|threshold",
		"\"wishedAccuracy\": 0.99|\"wishedAccuracy\": 0|share",
		"\"coverage\": 0.91|\"coverage\": 1.5|share" })
	void whatCannotBeIsRefused(final String from, final String to,
		final String reason)
	{
		final String json = json(with(Optional.of(CALIBRATION), Optional.of(
			SUGGESTED)));
		assertTrue(json.contains(from), json);
		final String message = assertThrows(InvalidModel.class,
			() -> DescriptionReader.read(json.replace(from, to).getBytes(
				StandardCharsets.UTF_8))).getMessage();
		assertTrue(message.contains(reason), message);
	}
}
