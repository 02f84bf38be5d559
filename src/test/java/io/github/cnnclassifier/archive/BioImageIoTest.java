
package io.github.cnnclassifier.archive;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

import io.github.cnnclassifier.image.ChannelRule;
import io.github.cnnclassifier.image.IntensityRange;
import io.github.cnnclassifier.image.Preprocessing;

class BioImageIoTest {

	/** The check sum of nothing, by sha256sum of coreutils 9. */
	private static final String EMPTY =
		"e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855";

	@Test
	void channelNamesAreUniqueIdentifiersAndGoodOnesStay() {
		assertEquals(List.of("class_0_2", "class_0", "nuclei", "class_class",
			"class_a_b", "class_a_b_2", "class__"), BioImageIo.channelNames(List.of(
				"0", "class_0", "nuclei", "class", "a b", "a-b", "é")));
	}

	@Test
	void anyNameIsValidYamlAndTheRealOneIsKept() {
		final String name = "- \"a\": {b} # c\n é";

		final Map<String, Object> rdf = parse(name, new IntensityRange(0, 255));

		assertTrue(((String) rdf.get("name")).matches("[A-Za-z0-9_+\\- ()]{5,64}"),
			rdf.get("name").toString());
		assertEquals(name, at(rdf, "config", "cnn_classifier", "name"));
		assertEquals(List.of("yes", "null", "1.5"), at(rdf, "config",
			"cnn_classifier", "classes"));
	}

	@Test
	void scalingTakesTheRangeToZeroAndOne() {
		final Map<String, Object> rdf = parse("12345", new IntensityRange(-2e7,
			6e7));

		final double gain = ((Number) at(rdf, "inputs", 0, "preprocessing", 0,
			"kwargs", "gain")).doubleValue();
		final double offset = ((Number) at(rdf, "inputs", 0, "preprocessing", 0,
			"kwargs", "offset")).doubleValue();

		assertEquals(0, -2e7 * gain + offset, 1e-12);
		assertEquals(1, 6e7 * gain + offset, 1e-12);
		assertEquals(List.of(-2e7, 6e7), at(rdf, "inputs", 0, "data", "range"));
	}

	@Test
	void scalingThatChangesNothingIsLeftOut() {
		final Map<String, Object> rdf = parse("floats", new IntensityRange(0, 1));

		assertFalse(((Map<?, ?>) at(rdf, "inputs", 0)).containsKey(
			"preprocessing"));
	}

	@Test
	void axesAndCheckSumsAreThere() {
		final Map<String, Object> rdf = parse("a name", new IntensityRange(0, 255));

		assertEquals(List.of(Map.of("type", "batch"), Map.of("type", "channel",
			"channel_names", List.of("channel0")), Map.of("type", "space", "id", "y",
				"size", 6), Map.of("type", "space", "id", "x", "size", 8)), at(rdf,
					"inputs", 0, "axes"));
		assertEquals(Map.of("source", "weights.onnx", "sha256", EMPTY,
			"opset_version", 13), at(rdf, "weights", "onnx"));
		assertEquals("2026-01-31T12:34:56Z", rdf.get("timestamp"));
	}

	private static Map<String, Object> parse(final String name,
		final IntensityRange range)
	{
		final byte[] none = {};
		final byte[] yaml = BioImageIo.write(Examples.description(name, List.of(
			"yes", "null", "1.5"), Examples.SMALL, new Preprocessing(8, 6, 1,
				ChannelRule.GRAY, range)), Map.of(ModelZip.WEIGHTS, none,
					ModelZip.TEST_INPUT, none, ModelZip.TEST_OUTPUT, none));
		return new Yaml(new SafeConstructor(new LoaderOptions())).load(new String(
			yaml, StandardCharsets.UTF_8));
	}

	private static Object at(final Object root, final Object... path) {
		Object value = root;
		for (final Object key : path)
			value = key instanceof final Integer i ? ((List<?>) value).get(i)
				: ((Map<?, ?>) value).get(key);
		return value;
	}
}
