
package io.github.cnnclassifier.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import io.github.cnnclassifier.failure.UserFailure;
import io.github.cnnclassifier.failure.WrongUsage;

/** Architectures as a person writes them. */
class ArchitectureJsonTest {

	private static List<LayerSpec> read(final String layers) {
		return ArchitectureJson.read("test", "{\"layers\": [" + layers.replace('\'',
			'"') + "]}").layers();
	}

	@Test
	void missingSettingsGetTheirDefaults() {
		assertEquals(List.of(new LayerSpec.Conv(8, 5, 1, 2, true),
			new LayerSpec.MaxPool(2, 2), new LayerSpec.AveragePool(3, 3),
			new LayerSpec.Dense(0)), read(
				"{'type': 'conv', 'filters': 8, 'kernel': 5}, {'type': 'max-pool'}, " +
					"{'type': 'average-pool', 'size': 3}, " +
					"{'type': 'dense', 'units': 'classes'}"));
	}

	@ParameterizedTest
	@ValueSource(strings = { "tiny", "lenet", "six-conv", "residual", "mobile" })
	void whatIsWrittenIsReadTheSame(final String preset) {
		final Architecture architecture = Presets.named(preset);
		assertEquals(architecture, ArchitectureJson.read(preset, ArchitectureJson
			.write(architecture)));
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '#', value = {
		"{'type': 'conv', 'kernel': 3} | filters | none", //
		"{'type': 'conv', 'filters': 0, 'kernel': 3} | 1 to 4096 | 0", //
		"{'type': 'conv', 'filters': 2.5, 'kernel': 3} | whole number | 2.5", //
		"{'type': 'conv', 'filters': 1e99, 'kernel': 3} | whole number | 1e99", //
		"{'type': 'conv', 'filters': 1e999999999, 'kernel': 3} | number | 1e999999999", //
		"{'type': 'dropout', 'rate': 1e9999999999} | usual size | 1e9999999999", //
		"{'type': 'conv', 'filters': 4, 'kernel': 4} | odd | 4", //
		"{'type': 'conv', 'filters': 4, 'kernel': 3, 'padding': 3} | 0 to 2 | 3", //
		"{'type': 'conv', 'filters': 4, 'kernel': 3, 'bias': 1} | true or false | 1", //
		"{'type': 'conv', 'filters': 4, 'kernel': 3, 'size': 3} | kernel | size", //
		"{'type': 'relu', 'rate': 1} | type | rate", //
		"{'type': 'tanh'} | global-average-pool | tanh", //
		"{'type': 'depthwise-conv', 'kernel': 2} | odd | 2", //
		"{'type': 'depthwise-conv', 'filters': 2, 'kernel': 3} | kernel | filters", //
		"{'type': 'leaky-relu', 'slope': 1} | below 1 | 1", //
		"{'type': 'elu', 'slope': 1} | type | slope", //
		"{'type': 'residual', 'activation': 'silu', 'body': []} | relu or none | silu", //
		"{'type': 'dropout', 'rate': 1} | below 1 | 1", //
		"{'type': 'dense', 'units': 'many'} | number | many", //
		"{'kernel': 3} | type | none", //
		"3 | object | 3" })
	void aWrongLayerIsNamedWithWhatWasExpectedAndReceived(final String layer,
		final String expected, final String received)
	{
		final String message = assertThrows(UserFailure.class, () -> read(
			"{'type': 'relu'}, " + layer)).getMessage();
		assertTrue(message.contains("layer 2") && message.contains(expected) &&
			message.contains(received), message);
	}

	@Test
	void activationsDepthwiseConvolutionsAndBlocksWithoutReluAreReadAndWritten() {
		final List<LayerSpec> layers = List.of(new LayerSpec.DepthwiseConv(5, 1, 2,
			true), new LayerSpec.LeakyRelu(0.01), new LayerSpec.Elu(),
			new LayerSpec.Gelu(), new LayerSpec.Silu(), new LayerSpec.Residual(List
				.of(new LayerSpec.BatchNorm()), false));
		assertEquals(layers, read("{'type': 'depthwise-conv', 'kernel': 5}, " +
			"{'type': 'leaky-relu'}, {'type': 'elu'}, {'type': 'gelu'}, " +
			"{'type': 'silu'}, {'type': 'residual', 'activation': 'none', " +
			"'body': [{'type': 'batch-norm'}]}"));
		assertEquals(layers, ArchitectureJson.read("test", ArchitectureJson.write(
			new Architecture("test", layers))).layers());
	}

	@Test
	void aWrongLayerInsideABlockIsNamed() {
		final String message = assertThrows(UserFailure.class, () -> read(
			"{'type': 'residual', 'body': [{'type': 'relu'}, {'type': 'conv'}]}"))
			.getMessage();
		assertTrue(message.contains("layer 1, body layer 2"), message);
	}

	@Test
	void blocksAreNotNested() {
		assertThrows(UserFailure.class, () -> read(
			"{'type': 'residual', 'body': [{'type': 'residual', 'body': " +
				"[{'type': 'relu'}]}]}"));
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "[]", "3", "null", "{", "{\"layers\": []}",
		"{\"layers\": 3}", "{\"layers\": [{\"type\": \"relu\"}], \"x\": 1}",
		"{\"layers\": [{\"type\": \"relu\"}]} more", "{layers: []}" })
	void whatIsNoArchitectureIsRefused(final String json) {
		assertThrows(UserFailure.class, () -> ArchitectureJson.read("test", json));
	}

	@Test
	void tooManyLayersAreRefused() {
		final String relu = "{'type': 'relu'}, ".repeat(500);
		assertThrows(UserFailure.class, () -> read(relu + "{'type': 'relu'}"));
	}

	@Test
	void aNetworkIsAPresetOrAFile(@TempDir final Path folder) throws IOException {
		assertEquals(Presets.named("tiny"), Architectures.resolve("tiny"));
		final Path file = folder.resolve("mine.json");
		Files.writeString(file, ArchitectureJson.write(Presets.named("lenet")));
		final Architecture mine = Architectures.resolve(file.toString());
		assertEquals("mine.json", mine.name());
		assertEquals(Presets.named("lenet").layers(), mine.layers());
		assertThrows(WrongUsage.class, () -> Architectures.resolve("vgg"));
		assertThrows(UserFailure.class, () -> Architectures.resolve(folder.resolve(
			"none.json").toString()));
	}

	@Test
	void deepNestingAndBrokenEscapesAreNoJson() {
		for (final String type : new String[] { "[".repeat(10_000) + "]".repeat(
			10_000), "\"\\uzzzz\"" })
		{
			final String message = assertThrows(UserFailure.class,
				() -> ArchitectureJson.read("net", "{\"layers\": [{\"type\": " + type +
					"}]}")).getMessage();
			assertTrue(message.startsWith("The network description 'net' is no JSON"),
				message);
			assertTrue(message.length() < 300, message);
		}
	}

	@Test
	void aLongValueIsQuotedShort() {
		final String message = assertThrows(UserFailure.class,
			() -> ArchitectureJson.read("net", "{\"layers\": [{\"type\": \"" + "a"
				.repeat(90_000) + "\"}]}")).getMessage();
		assertTrue(message.contains("got 'aaa"), message);
		assertTrue(message.length() < 400, message);
	}
}
