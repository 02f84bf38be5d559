
package io.github.cnnclassifier.archive;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

import io.github.cnnclassifier.engine.Engine;
import io.github.cnnclassifier.engine.ReferenceEngine;
import io.github.cnnclassifier.image.ChannelRule;
import io.github.cnnclassifier.image.ChannelStatistics;
import io.github.cnnclassifier.image.Intensity;
import io.github.cnnclassifier.image.IntensityRange;
import io.github.cnnclassifier.image.Normalization;
import io.github.cnnclassifier.image.PixelSize;
import io.github.cnnclassifier.image.Preprocessing;
import io.github.cnnclassifier.image.ResizeRule;
import io.github.cnnclassifier.model.ClassifierDescription;

/** How rules of preprocessing are kept in a model file. */
class PreprocessingRulesTest {

	private static final Engine ENGINE = new ReferenceEngine();
	private static final IntensityRange RANGE = new IntensityRange(0, 4095);

	@TempDir
	Path folder;

	private static Preprocessing rules(final String channels,
		final PixelSize pixelSize, final ResizeRule resize,
		final Intensity intensity)
	{
		return new Preprocessing(8, 6, 2, ChannelRule.parse(channels), pixelSize,
			resize, intensity);
	}

	private static Intensity intensity(final String rule) {
		return new Intensity(Normalization.parse(rule), RANGE, null);
	}

	private static Intensity ofDataSet() {
		return new Intensity(Normalization.parse("zscore-dataset"), RANGE,
			new ChannelStatistics(List.of(0.375, 1e-9), List.of(0.5, 1e-6)));
	}

	static Stream<Preprocessing> allRules() {
		return Stream.of(rules("2,DAPI", null, ResizeRule.STRETCH, Intensity.of(
			RANGE)), rules("as-is", null, ResizeRule.PAD, intensity("percentile")),
			rules("as-is", null, ResizeRule.CROP, intensity("percentile:0.5-99")),
			rules("3,1", new PixelSize(0.65, 0.5, "µm"), ResizeRule.NONE, intensity(
				"zscore-image")), rules("as-is", null, ResizeRule.NONE, intensity(
					"zscore-channel")), rules("as-is", null, ResizeRule.STRETCH,
						ofDataSet()));
	}

	private static ClassifierDescription description(final Preprocessing p) {
		return Examples.description("rules", List.of("a", "b"), Examples.SMALL, p);
	}

	private static String json(final Preprocessing p) {
		return new String(DescriptionWriter.write(description(p)),
			StandardCharsets.UTF_8);
	}

	@ParameterizedTest
	@MethodSource("allRules")
	void whatIsReadEqualsWhatWasWritten(final Preprocessing p)
		throws IOException
	{
		final Path file = folder.resolve("m.zip");
		ModelArchive.write(file, Examples.saved(description(p)), ENGINE);
		// with a self-test, which prepares its input by the rule
		assertEquals(p, ModelArchive.read(file, ENGINE).description()
			.preprocessing());
		assertTrue(json(p).contains("\"formatVersion\": 2"));
	}

	@Test
	void aFieldThatFormatOneDoesNotKnowIsRefusedThere() {
		final String json = json(new Preprocessing(8, 6, 1, ChannelRule.GRAY,
			RANGE));
		for (final String field : new String[] { "\"resize\": \"pad\"",
			"\"normalization\": \"percentile\"", "\"pixelSize\": {}" })
		{
			final InvalidModel e = assertThrows(InvalidModel.class,
				() -> DescriptionReader.read(json.replace("\"min\"", field +
					", \"min\"").getBytes(StandardCharsets.UTF_8)));
			assertTrue(e.getMessage().contains("which format 1 does not know"), e
				.getMessage());
		}
	}

	@Test
	void theUsualRulesAreWrittenForTheOldestReaders() {
		final String json = json(new Preprocessing(8, 6, 3, ChannelRule.RGB,
			RANGE));
		assertTrue(json.contains("\"formatVersion\": 1"), json);
		assertFalse(json.contains("resize"), json);
		assertFalse(json.contains("normalization"), json);
	}

	@Test
	void formatTwoStillOpensAndPredictsTheSame() throws IOException {
		try (InputStream in = getClass().getResourceAsStream("/archives/v2.zip")) {
			// reading compares the stored output with the prediction of today
			final ClassifierDescription read = ModelArchive.read(in, "v2.zip", ENGINE)
				.description();
			assertEquals(rules("3,DAPI", new PixelSize(0.65, 0.65, "micron"),
				ResizeRule.NONE, ofDataSet()), read.preprocessing());
		}
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', value = {
		"\"formatVersion\": 2|\"formatVersion\": 1|unknown channel rule",
		"\"resize\": \"none\"|\"resize\": \"pad\"|would change the pixel size",
		"\"resize\": \"none\"|\"resize\": \"shell\"|resize to be one of",
		"\"resize\": \"none\"|\"resize\": null|expected a text at preprocessing.resize",
		"\"normalization\": \"zscore-dataset\"|\"normalization\": \"percentile:99-1\"|the smaller first",
		"\"normalization\": \"zscore-dataset\"|\"normalization\": 1|expected a text",
		"\"width\": 0.65|\"width\": 0|impossible pixel size",
		"\"width\": 0.65|\"width\": 1e999|finite",
		"\"width\": 0.65|\"width\": null|impossible pixel size",
		"0.375,|0.375, 0.5,|Impossible means", "0.375,|null,|Impossible means",
		"0.375,|-1e308,|Impossible means", "0.375,|1e999,|finite",
		"1.0E-6|0.0|Impossible means", "1.0E-6|1e-300|Impossible means",
		"\"means\"|\"average\"|expected a list at preprocessing.means",
		"3,DAPI|3,3|channel rule", "3,DAPI|3|does not give 2 channels",
		"3,DAPI|0,1|channel rule",
		"3,DAPI|1,2,3,4,5,6,7,8,9,10,11,12,13,14,15,16,17|at most 16" })
	void aRuleThatCannotBeIsRefused(final String from, final String to,
		final String reason)
	{
		final String json = json(rules("3,DAPI", new PixelSize(0.65, 0.65,
			"micron"), ResizeRule.NONE, ofDataSet()));
		assertTrue(json.contains(from), json);
		final InvalidModel e = assertThrows(InvalidModel.class,
			() -> DescriptionReader.read(json.replace(from, to).getBytes(
				StandardCharsets.UTF_8)));
		assertTrue(e.getMessage().contains(reason), e.getMessage());
	}

	@Test
	void anEndlessUnitIsRefused() {
		final String json = json(rules("3,DAPI", new PixelSize(0.65, 0.65,
			"micron"), ResizeRule.NONE, intensity("percentile")));
		assertThrows(InvalidModel.class, () -> DescriptionReader.read(json.replace(
			"micron", "u".repeat(10_000)).getBytes(StandardCharsets.UTF_8)));
	}

	private static Object rdf(final Intensity intensity) {
		final byte[] none = {};
		final byte[] yaml = BioImageIo.write(description(rules("as-is", null,
			ResizeRule.STRETCH, intensity)), Map.of(ModelZip.WEIGHTS, none,
				ModelZip.TEST_INPUT, none, ModelZip.TEST_OUTPUT, none));
		final Map<String, Object> rdf = new Yaml(new SafeConstructor(
			new LoaderOptions())).load(new String(yaml, StandardCharsets.UTF_8));
		return ((Map<?, ?>) ((List<?>) rdf.get("inputs")).get(0)).get(
			"preprocessing");
	}

	@Test
	void otherSoftwareIsToldTheRuleInItsOwnWords() {
		assertEquals(List.of(Map.of("id", "scale_range", "kwargs", Map.of("axes",
			List.of("y", "x"), "min_percentile", 1.0, "max_percentile", 99.8, "eps",
			1e-12)), Map.of("id", "clip", "kwargs", Map.of("min", 0.0, "max", 1.0))),
			rdf(intensity("percentile")));
		assertEquals(List.of(Map.of("id", "zero_mean_unit_variance", "kwargs", Map
			.of("axes", List.of("channel", "y", "x"), "eps", 1e-12))), rdf(intensity(
				"zscore-image")));
		assertEquals(List.of(Map.of("id", "zero_mean_unit_variance", "kwargs", Map
			.of("axes", List.of("y", "x"), "eps", 1e-12))), rdf(intensity(
				"zscore-channel")));
		assertEquals(Map.of("id", "fixed_zero_mean_unit_variance", "kwargs", Map.of(
			"mean", List.of(0.375, 1e-9), "std", List.of(0.5, 1e-6), "axis",
			"channel")), ((List<?>) rdf(ofDataSet())).get(1));
	}

	@Test
	void theModelCardSaysItInWords() {
		final String card = new String(ModelCard.write(description(rules("3,DAPI",
			new PixelSize(0.65, 0.65, "micron"), ResizeRule.NONE, intensity(
				"percentile"))), 1), StandardCharsets.UTF_8);
		for (final String part : new String[] { "The channels 3,DAPI (numbers",
			"resampled so that its pixels have 0.65 micron", "Nothing is resized",
			"Normalization percentile:1-99.8",
			"low and high are the percentiles 1.0 and 99.8",
			"the input around it becomes 0 after that" })
			assertTrue(card.contains(part), card);
	}
}
