
package io.github.cnnclassifier.archive;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import io.github.cnnclassifier.model.ClassifierDescription;
import io.github.cnnclassifier.model.DatasetRecord;
import io.github.cnnclassifier.model.LearnedBefore;
import io.github.cnnclassifier.model.TrainingRecord;

/** A model file tells which images were learned from before its training. */
class LearnedBeforeTest {

	private static final LearnedBefore TWO = new LearnedBefore(List.of(
		"v000000000000001", "v000000000000002"), true);

	private static ClassifierDescription description(
		final Map<String, String> settings, final LearnedBefore before)
	{
		final ClassifierDescription d = Examples.small().description();
		final TrainingRecord t = d.training();
		final DatasetRecord data = t.dataset();
		final Map<String, String> all = new LinkedHashMap<>(t.settings());
		all.putAll(settings);
		return Examples.with(d, new TrainingRecord(t.seed(), all, t.epochs(), t
			.history(), new DatasetRecord(data.fingerprint(), data.description(), data
				.split(), data.trainingCounts(), data.grouping(), before), t.versions(),
			t.date()));
	}

	private static String json(final ClassifierDescription d) {
		return new String(DescriptionWriter.write(d), StandardCharsets.UTF_8);
	}

	private static LearnedBefore read(final String json) throws InvalidModel {
		return DescriptionReader.read(json.getBytes(StandardCharsets.UTF_8))
			.training().dataset().before();
	}

	private static final Map<String, String> STARTED = Map.of("start", "m1.zip",
		"parent", "00ff00ff");

	@Test
	void whatWasWrittenComesBack() throws InvalidModel {
		for (final LearnedBefore before : List.of(TWO, LearnedBefore.NONE,
			LearnedBefore.UNKNOWN, new LearnedBefore(TWO.images(), false)))
		{
			assertEquals(before, read(json(description(STARTED, before))));
			assertEquals(before, read(json(description(Map.of(), before))));
		}
	}

	@Test
	void aTrainingFromRandomWeightsNeedsNoWord() {
		assertFalse(json(description(Map.of("start", "scratch"),
			LearnedBefore.NONE)).contains("learnedBefore"));
	}

	@Test
	void anEarlierVersionDidNotTellWhatAParentHadLearned() throws InvalidModel {
		final String without = json(description(STARTED, LearnedBefore.UNKNOWN));
		assertFalse(without.contains("learnedBefore"));
		assertEquals(LearnedBefore.UNKNOWN, read(without));
		assertEquals(LearnedBefore.NONE, read(json(description(Map.of("start",
			"backbone", "parent", "00ff00ff"), LearnedBefore.NONE))));
	}

	@ParameterizedTest
	@ValueSource(strings = { "\"yes\"", "1", "null" })
	void onlyTrueAndFalseAreBelieved(final String value) {
		final String json = json(description(STARTED, TWO));
		assertTrue(json.contains("\"complete\": true"), json);
		assertThrows(InvalidModel.class, () -> read(json.replace(
			"\"complete\": true", "\"complete\": " + value)));
	}
}
