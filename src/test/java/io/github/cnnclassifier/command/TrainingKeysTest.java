
package io.github.cnnclassifier.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import io.github.cnnclassifier.failure.UserFailure;
import io.github.cnnclassifier.tuning.Parameter;
import io.github.cnnclassifier.tuning.Setting;
import io.github.cnnclassifier.workflow.train.Recipe;
import io.github.cnnclassifier.workflow.tune.TunedKeys;

/** Settings of a search become inputs of a training. */
class TrainingKeysTest {

	private final TrainingKeys keys = new TrainingKeys(new TuneCommand());

	@Test
	void everyNameOfASearchSpaceIsAKeyOfTraining() {
		for (final Parameter parameter : TunedKeys.all()) {
			final Map<String, String> named = TunedKeys.keys(new Setting(Map.of(
				parameter.name(), "1")));
			assertTrue(TrainingKeys.names().containsAll(named.keySet()), parameter
				.name());
		}
	}

	@Test
	void theDefaultSpaceIsOneOfSettingsThatCanBeTrained() {
		final List<Setting> corners = List.of(new Setting(TunedKeys.space("auto")
			.dimensions().stream().collect(LinkedHashMap::new, (map, d) -> map.put(d
				.name(), d.points().get(0)), Map::putAll)), new Setting(TunedKeys.space(
					"auto").dimensions().stream().collect(LinkedHashMap::new, (map,
						d) -> map.put(d.name(), d.points().get(d.points().size() - 1)),
						Map::putAll)));
		for (final Setting setting : corners) {
			final Recipe recipe = keys.with(TunedKeys.keys(setting));
			assertEquals(Double.parseDouble(setting.values().get("learningRate")),
				recipe.training().learningRate());
			assertEquals(Double.parseDouble(setting.values().get("weightDecay")),
				recipe.training().optimizer().weightDecay());
		}
	}

	@Test
	void withoutOtherValuesItIsTheTrainingThatTheUserHas() {
		final TrainCommand plain = new TrainCommand();
		assertEquals(new Recipe(plain.preprocessing(), plain.start(), plain
			.network(), plain.settings()), keys.with(Map.of()));
		assertEquals(Map.of(), keys.changed());
	}

	@Test
	void aValueCountsAsAMacroWouldHaveIt() {
		final Recipe recipe = keys.with(TunedKeys.keys(new Setting(Map.of("size",
			"48", "batchSize", "16", "depth", "2", "optimizer", "sgd", "momentum",
			"0.5", "start", "scratch"))));
		assertEquals(48, recipe.input().width());
		assertEquals(48, recipe.input().height());
		assertEquals(16, recipe.training().batchSize());
		assertEquals(2, recipe.network().adjustments().depth());
		assertTrue(recipe.training().optimizer().toString().contains(
			"momentum=0.5"));
	}

	@ParameterizedTest
	@CsvSource({ "momentum, 0.5", "size, 7" })
	void whatTrainingRefusesIsRefused(final String name, final String value) {
		assertThrows(UserFailure.class, () -> keys.with(TunedKeys.keys(new Setting(
			Map.of(name, value)))));
	}

	@Test
	void linesAreWrittenSoThatTheyCanBeReadBack() {
		final Map<String, String> line = new LinkedHashMap<>();
		line.put("images", "C:\\my cells");
		line.put("network", "it's.json");
		line.put("learningRate", "0.004");
		assertEquals(List.of(
			"run(\"Train CNN Classifier...\", \"images=[C:\\\\my cells] " +
				"network=it's.json learningrate=0.004\");",
			"./cnn-classifier train images='C:\\my cells' " +
				"network='it'\\''s.json' learningRate=0.004"), TrainingLines.of(line));
	}

	@Test
	void whatNoMacroCanHoldIsToldInTheLineOfTheMacro() {
		final List<String> lines = TrainingLines.of(Map.of("images", "a] b"));
		assertTrue(lines.get(0).startsWith("// ") && lines.get(0).contains(
			"brackets"), lines.get(0));
		assertEquals("./cnn-classifier train images='a] b'", lines.get(1));
	}
}
