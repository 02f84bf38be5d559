
package io.github.cnnclassifier.archive;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.zip.ZipFile;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

import io.github.cnnclassifier.engine.Engine;
import io.github.cnnclassifier.engine.ReferenceEngine;
import io.github.cnnclassifier.engine.dl4j.Dl4jEngine;
import io.github.cnnclassifier.failure.UserFailure;
import io.github.cnnclassifier.image.BitDepths;
import io.github.cnnclassifier.image.ChannelRule;
import io.github.cnnclassifier.image.ImageSize;
import io.github.cnnclassifier.image.ImageSizes;
import io.github.cnnclassifier.image.IntensityRange;
import io.github.cnnclassifier.image.PixelSize;
import io.github.cnnclassifier.image.PixelSizeRange;
import io.github.cnnclassifier.image.PlanePolicy;
import io.github.cnnclassifier.image.Preprocessing;
import io.github.cnnclassifier.model.ClassifierDescription;
import io.github.cnnclassifier.model.DatasetRecord;
import io.github.cnnclassifier.model.GroupingRecord;
import io.github.cnnclassifier.model.SavedClassifier;
import io.github.cnnclassifier.model.Tensor;
import io.github.cnnclassifier.model.TrainingRecord;
import io.github.cnnclassifier.model.Weights;

class ModelArchiveTest {

	private static final Engine ENGINE = new ReferenceEngine();

	@TempDir
	Path folder;

	@Test
	void whatIsReadEqualsWhatWasWritten() throws IOException {
		final SavedClassifier saved = Examples.small();
		final Path file = folder.resolve("new folder").resolve("m.zip");

		ModelArchive.write(file, saved, ENGINE);
		final SavedClassifier read = ModelArchive.read(file, ENGINE);

		assertEquals(saved.description(), read.description());
		assertEquals(saved.description(), ModelArchive.describe(file));
		for (final Tensor tensor : saved.weights().tensors())
			assertArrayEquals(tensor.data(), read.weights().get(tensor.name())
				.data());
	}

	@Test
	void theSplitOfAMillionImagesIsWithinTheLimits() throws Exception {
		final ClassifierDescription small = Examples.small().description();
		final TrainingRecord t = small.training();
		final DatasetRecord dataset = new DatasetRecord("00ff", "many", Map.of(
			"training", hashes(0, 700_000), "validation", hashes(700_000, 850_000),
			"test", hashes(850_000, 1_000_000)), Map.of("nuclei", 700_000));
		final ClassifierDescription large = new ClassifierDescription(small.name(),
			small.labels(), small.architecture(), small.preprocessing(), small
				.expectedBitDepth(), small.pixelSize(), new TrainingRecord(t.seed(), t
					.settings(), t.epochs(), t.history(), dataset, t.versions(), t
						.date()), small.metrics());

		final Path file = write(Examples.saved(large));

		assertEquals(large, ModelArchive.describe(file));
	}

	private static List<String> hashes(final int from, final int to) {
		return IntStream.range(from, to).mapToObj(i -> HexFormat.of().toHexDigits(
			i * 0x9E3779B97F4A7C15L)).toList();
	}

	@Test
	void orderOfSettingsAndClassesIsKept() throws IOException {
		final SavedClassifier saved = Examples.small();

		final ClassifierDescription read = ModelArchive.describe(write(saved));

		assertEquals(List.of("nuclei", "0", "two words", "class"), read.labels()
			.names());
		assertEquals(List.of("batchSize", "augmentation"), List.copyOf(read
			.training().settings().keySet()));
	}

	@Test
	void everyKindOfLayerAndAnyNameSurvive() throws IOException {
		final ClassifierDescription d = Examples.description(
			"ä: \"quoted\" # {x}\n\t\u0007 & 細胞", List.of("a: b", "é", "- |", "#1"),
			Examples.ALL_LAYERS, new Preprocessing(26, 21, 3, ChannelRule.RGB,
				new IntensityRange(-1.5, 4095)));

		final SavedClassifier read = ModelArchive.read(write(Examples.saved(d)),
			ENGINE);

		assertEquals(d, read.description());
	}

	private static ClassifierDescription withSizes(final PixelSizeRange sizes) {
		final ClassifierDescription d = Examples.small().description();
		return new ClassifierDescription(d.name(), d.labels(), d.architecture(), d
			.preprocessing(), null, d.expectedBitDepth(), null, d.pixelSize(), sizes,
			null, d.training(), d.metrics());
	}

	@Test
	void theRangeOfPixelSizesSurvivesInFormatOne() throws IOException {
		final ClassifierDescription d = withSizes(new PixelSizeRange(new PixelSize(
			0.5, 0.25, "µm"), new PixelSize(0.65, 0.25, "µm")));
		assertEquals(d, ModelArchive.describe(write(Examples.saved(d))));
		assertTrue(new String(DescriptionWriter.write(d), StandardCharsets.UTF_8)
			.contains("\"formatVersion\": 1"));
		assertTrue(new String(ModelCard.write(d, 1), StandardCharsets.UTF_8)
			.contains("(median; all: 0.5 x 0.25 µm to 0.65 x 0.25 µm)"));
	}

	@Test
	void aFileWithoutARangeOfPixelSizesIsRead() throws IOException {
		final ClassifierDescription d = withSizes(null);
		assertFalse(new String(DescriptionWriter.write(d), StandardCharsets.UTF_8)
			.contains("pixelSizeRange"));
		assertEquals(d, ModelArchive.describe(write(Examples.saved(d))));
	}

	@ParameterizedTest
	@CsvSource({ "0.65,0.45", "0.65,-1", "0.65,null", "um,mm" })
	void anImpossibleRangeOfPixelSizesIsRefused(final String from,
		final String to)
	{
		final String json = new String(DescriptionWriter.write(withSizes(
			new PixelSizeRange(new PixelSize(0.5, 0.25, "um"), new PixelSize(0.65,
				0.25, "um")))), StandardCharsets.UTF_8);
		final int range = json.indexOf("pixelSizeRange");
		final String changed = json.substring(0, range) + json.substring(range)
			.replaceFirst(from, to);
		assertThrows(InvalidModel.class, () -> DescriptionReader.read(changed
			.getBytes(StandardCharsets.UTF_8)));
	}

	private static ClassifierDescription withDepths(final Integer... bits) {
		final ClassifierDescription d = Examples.small().description();
		final BitDepths depths = BitDepths.of(List.of(bits));
		return new ClassifierDescription(d.name(), d.labels(), d.architecture(), d
			.preprocessing(), null, depths.largest(), depths, d.pixelSize(), null,
			null, d.training(), d.metrics());
	}

	@Test
	void bitDepthsSurviveInFormatOne() throws IOException {
		final ClassifierDescription d = withDepths(16, 8, 16);
		assertEquals(d, ModelArchive.describe(write(Examples.saved(d))));
		assertEquals("8 or 16", d.trainedDepths().toString());
		assertTrue(new String(DescriptionWriter.write(d), StandardCharsets.UTF_8)
			.contains("\"formatVersion\": 1"));
		assertTrue(new String(ModelCard.write(d, 1), StandardCharsets.UTF_8)
			.contains("had 8 or 16 bits per value"));
	}

	@Test
	void aFileWithoutBitDepthsHasTheLargestOnly() throws IOException {
		final ClassifierDescription read = ModelArchive.describe(write(Examples
			.small()));
		assertNull(read.bitDepths());
		assertEquals("8", read.trainedDepths().toString());
	}

	@ParameterizedTest
	@ValueSource(strings = { "[]", "[16, 8, 32]", "[8, 8, 32]", "[8, 16]",
		"[0, 32]", "[8.5, 32]", "[\"32\"]", "32", "{}" })
	void impossibleBitDepthsAreRefused(final String depths) {
		final String json = new String(DescriptionWriter.write(withDepths(8, 16,
			32)), StandardCharsets.UTF_8);
		final String changed = json.replaceFirst("(\"bitDepths\": )\\[[^\\]]*\\]",
			"$1" + depths);
		assertNotEquals(json, changed);
		assertThrows(InvalidModel.class, () -> DescriptionReader.read(changed
			.getBytes(StandardCharsets.UTF_8)));
	}

	private static ClassifierDescription withImages(final ImageSizes sizes) {
		final ClassifierDescription d = Examples.small().description();
		return new ClassifierDescription(d.name(), d.labels(), d.architecture(), d
			.preprocessing(), null, d.expectedBitDepth(), null, d.pixelSize(), null,
			sizes, d.training(), d.metrics());
	}

	private static final ImageSizes IMAGES = new ImageSizes(new ImageSize(40, 42),
		new ImageSize(64, 48), new ImageSize(80, 70_000));

	@Test
	void theSizeOfTheImagesSurvivesInFormatOne() throws IOException {
		final ClassifierDescription d = withImages(IMAGES);
		final Path file = write(Examples.saved(d));
		assertEquals(d, ModelArchive.describe(file));
		assertArrayEquals(Files.readAllBytes(file), Files.readAllBytes(write(
			ModelArchive.read(file, ENGINE))));
		final String json = new String(DescriptionWriter.write(d),
			StandardCharsets.UTF_8);
		assertTrue(json.contains("\"formatVersion\": 1"));
		assertTrue(json.replaceAll("\\s", "").contains(
			"\"imageSize\":{\"smallest\":{\"width\":40,\"height\":42}," +
				"\"median\":{\"width\":64,\"height\":48}," +
				"\"largest\":{\"width\":80,\"height\":70000}}"));
		assertTrue(new String(ModelCard.write(d, 1), StandardCharsets.UTF_8)
			.contains(
				" They had 64 x 48 pixels (median; from 40 x 42 to 80 x 70000), " +
					"width x height."));
	}

	@Test
	void aFileWithoutTheSizeOfTheImagesIsReadAndWrittenAsBefore()
		throws IOException
	{
		final ClassifierDescription d = withImages(null);
		final Path file = write(Examples.saved(d));
		assertNull(ModelArchive.describe(file).imageSizes());
		assertFalse(new String(DescriptionWriter.write(d), StandardCharsets.UTF_8)
			.contains("imageSize"));
		assertTrue(new String(ModelCard.write(d, 1), StandardCharsets.UTF_8)
			.contains("(median).\n"));
	}

	@ParameterizedTest
	@CsvSource({ "40,65", "40,0", "40,-3", "40,null", "40,40.5", "40,99999999999",
		"42,49", "64,81", "smallest,least", "width,w" })
	void anImpossibleSizeOfTheImagesIsRefused(final String from,
		final String to)
	{
		final String json = new String(DescriptionWriter.write(withImages(IMAGES)),
			StandardCharsets.UTF_8);
		final int sizes = json.indexOf("imageSize");
		final String changed = json.substring(0, sizes) + json.substring(sizes)
			.replaceFirst(from, to);
		assertThrows(InvalidModel.class, () -> DescriptionReader.read(changed
			.getBytes(StandardCharsets.UTF_8)));
	}

	@ParameterizedTest
	@EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "CURRENT")
	void thePolicyForStacksSurvives(final PlanePolicy planes) throws IOException {
		final ClassifierDescription d = Examples.small().description();
		final ClassifierDescription stacked = new ClassifierDescription(d.name(), d
			.labels(), d.architecture(), d.preprocessing(), planes, d
				.expectedBitDepth(), null, d.pixelSize(), null, null, d.training(), d
					.metrics());
		assertEquals(planes, ModelArchive.describe(write(Examples.saved(stacked)))
			.planes());
	}

	@Test
	void filesWithoutAPolicyForStacksHaveNone() throws IOException {
		assertNull(ModelArchive.describe(write(Examples.small())).planes());
	}

	@Test
	void theSameClassifierGivesTheSameBytes() throws IOException {
		final byte[] first = Files.readAllBytes(write(Examples.small()));
		final byte[] second = Files.readAllBytes(write(Examples.small()));

		assertArrayEquals(first, second);
	}

	@Test
	void aStreamIsReadLikeAFile() throws IOException {
		final Path file = write(Examples.small());

		try (InputStream in = Files.newInputStream(file)) {
			assertEquals(Examples.small().description(), ModelArchive.read(in,
				"shipped", ENGINE).description());
		}
	}

	@Test
	void anotherEngineOpensTheSameFile() throws IOException {
		final ClassifierDescription d = Examples.description("All layers", List.of(
			"a", "b", "c"), Examples.ALL_LAYERS, new Preprocessing(26, 21, 3,
				ChannelRule.RGB, new IntensityRange(0, 65535)));
		final Path file = write(Examples.saved(d));

		assertEquals(d, ModelArchive.read(file, new Dl4jEngine()).description());
	}

	@Test
	void formatOneStillOpensAndPredictsTheSame() throws IOException {
		try (InputStream in = getClass().getResourceAsStream("/archives/v1.zip")) {
			// reading compares the stored output with the prediction of today
			final SavedClassifier read = ModelArchive.read(in, "v1.zip", ENGINE);

			assertEquals(List.of("nuclei", "0", "two words", "class"), read
				.description().labels().names());
			assertEquals(Examples.small().description(), read.description());
			assertEquals(0.0102380635f, read.weights().get("conv1.weight").data()[0],
				1e-6);
		}
	}

	@Test
	void theTestInputStaysInsideTheRange() {
		final float[] pixels = TestInput.pixels(new Preprocessing(31, 17, 3,
			ChannelRule.RGB, new IntensityRange(0.1, 0.3)));

		float min = Float.MAX_VALUE;
		float max = -Float.MAX_VALUE;
		for (final float v : pixels) {
			min = Math.min(min, v);
			max = Math.max(max, v);
		}
		assertEquals(2 * 31 * 17 * 3, pixels.length);
		assertTrue(min >= 0.1f && min < 0.12, "min " + min);
		assertTrue(max <= 0.3f && max > 0.28, "max " + max);
	}

	@Test
	void weightsThatAreNotFiniteAreNotWritten() {
		final SavedClassifier good = Examples.small();
		final List<Tensor> tensors = good.weights().tensors();
		final Tensor first = tensors.get(0);
		final float[] data = first.data().clone();
		data[3] = Float.NaN;
		tensors.set(0, new Tensor(first.name(), first.shape(), data));
		final SavedClassifier bad = new SavedClassifier(good.description(),
			new Weights(tensors));
		final Path file = folder.resolve("bad.zip");

		final UserFailure failure = assertThrows(UserFailure.class,
			() -> ModelArchive.write(file, bad, ENGINE));

		assertTrue(failure.getMessage().contains("conv1.weight"), failure
			.getMessage());
		assertFalse(Files.exists(file));
	}

	@Test
	void weightsOfAnotherNetworkAreADefect() {
		final SavedClassifier small = Examples.small();
		final ClassifierDescription other = Examples.description("Another", List.of(
			"a", "b"), Examples.SMALL, new Preprocessing(20, 20, 1, ChannelRule.GRAY,
				new IntensityRange(0, 1)));

		assertThrows(IllegalArgumentException.class, () -> ModelArchive.write(folder
			.resolve("x.zip"), new SavedClassifier(other, small.weights()), ENGINE));
	}

	@Test
	void groupsAndALeakAreKeptAndTheCardWarns() throws IOException {
		final ClassifierDescription d = Examples.small().description();
		final TrainingRecord t = d.training();
		final DatasetRecord data = t.dataset();
		final GroupingRecord grouping = new GroupingRecord("(mouse[0-9]+)",
			"Grouped by mouse: 1 group.", "All images belong to one group.");
		final TrainingRecord leaky = new TrainingRecord(t.seed(), t.settings(), t
			.epochs(), t.history(), new DatasetRecord(data.fingerprint(), data
				.description(), data.split(), data.trainingCounts(), grouping), t
					.versions(), t.date());
		final Path file = write(new SavedClassifier(new ClassifierDescription(d
			.name(), d.labels(), d.architecture(), d.preprocessing(), d
				.expectedBitDepth(), d.pixelSize(), leaky, d.metrics()), Examples
					.small().weights()));

		assertEquals(grouping, ModelArchive.describe(file).training().dataset()
			.grouping());
		final String card = part(file, ModelZip.README);
		assertTrue(card.contains("**Warning:** All images belong to one group."),
			card);
		assertTrue(card.contains("- Groups: Grouped by mouse: 1 group."), card);
	}

	@Test
	void theModelCardTellsWhatRdfCannot() throws IOException {
		final String card = part(write(Examples.small()), ModelZip.README);

		assertTrue(card.startsWith("# Nuclei or not\n"), card);
		assertTrue(card.contains("| 2 | two words | not recorded |"), card);
		assertTrue(card.contains("stretched to the input's size"), card);
		assertTrue(card.contains("8 x 6 pixels (width x height)"), card);
		assertTrue(card.contains("Pixel values 0..255 become 0 to 1"), card);
		assertTrue(card.contains("validation.accuracy: 0.9375"), card);
		assertTrue(card.contains("validation.kappa: undefined"), card);
	}

	private Path write(final SavedClassifier classifier) throws IOException {
		final Path file = folder.resolve("model.zip");
		ModelArchive.write(file, classifier, ENGINE);
		return file;
	}

	private static String part(final Path file, final String name)
		throws IOException
	{
		try (ZipFile zip = new ZipFile(file.toFile())) {
			return new String(zip.getInputStream(zip.getEntry(name)).readAllBytes(),
				StandardCharsets.UTF_8);
		}
	}
}
