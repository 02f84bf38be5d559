
package io.github.cnnclassifier.archive;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import io.github.cnnclassifier.engine.ReferenceEngine;
import io.github.cnnclassifier.failure.UserFailure;
import io.github.cnnclassifier.model.GroupingRecord;
import io.github.cnnclassifier.model.SavedClassifier;

/** Files that are not, or no longer, what our writer makes. */
class HostileModelTest {

	@TempDir
	Path folder;

	private Path good;
	private Map<String, byte[]> parts;

	@BeforeEach
	void writeAGoodOne() throws IOException {
		good = folder.resolve("good.zip");
		ModelArchive.write(good, Examples.small(), new ReferenceEngine());
		parts = new LinkedHashMap<>();
		try (ZipInputStream zip = new ZipInputStream(Files.newInputStream(good))) {
			for (ZipEntry e; (e = zip.getNextEntry()) != null;)
				parts.put(e.getName(), zip.readAllBytes());
		}
	}

	@Test
	void aMissingFileAndAFolderSaySo() {
		assertRefused(folder.resolve("none.zip"), "There is no model file");
		assertRefused(folder, "is a folder");
	}

	@Test
	void whatIsNoZipSaysSo() throws IOException {
		final Path file = folder.resolve("text.zip");
		Files.writeString(file, "not a model");
		assertRefused(file, "not a model file of CNN Classifier");
		Files.write(file, new byte[0]);
		assertRefused(file, "not a model file of CNN Classifier");
	}

	@ParameterizedTest
	@CsvSource({ "0.3", "0.6", "0.75" })
	void aCutOffFileSaysSo(final double share) throws IOException {
		final byte[] bytes = Files.readAllBytes(good);
		final Path file = folder.resolve("cut.zip");
		Files.write(file, Arrays.copyOf(bytes, (int) (share * bytes.length)));
		assertThrows(UserFailure.class, () -> open(file));
		Files.write(file, Arrays.copyOf(bytes, 500));
		assertRefused(file, "damaged or was cut off");
	}

	@Test
	void aFlippedBitIsFound() throws IOException {
		final byte[] bytes = Files.readAllBytes(good);
		bytes[300] ^= 1;
		final Path file = folder.resolve("flipped.zip");
		Files.write(file, bytes);
		assertRefused(file, "damaged");
	}

	@Test
	void anotherZipSaysWhichPartIsMissing() throws IOException {
		for (final String name : new String[] { "classifier.json", "weights.onnx",
			"test_input.npy", "test_output.npy", "rdf.yaml", "README.md" })
		{
			final Map<String, byte[]> some = new LinkedHashMap<>(parts);
			some.remove(name);
			assertRefused(zip(some), "without the part " + name);
		}
	}

	@Test
	void aNewerFormatAsksForAnUpdate() throws IOException {
		replace("\"formatVersion\": 1", "\"formatVersion\": 6");
		assertRefused(zip(parts), "has format 6; this version of CNN Classifier " +
			"reads up to 5. Update");
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', value = { //
		"\"width\": 8|\"width\": 0|input.width", //
		"\"width\": 8|\"width\": 1e3|input.width", //
		"\"width\": 8|\"width\": 99999999999|input.width", //
		"\"width\": 8|\"width\": \"8\"|input.width", //
		"\"width\": 8|\"width\": 9000, \"height\": 9000|input values", //
		"\"filters\": 3|\"filters\": 1000000000|layer 1", //
		"\"filters\": 3|\"filters\": 1e999999999|classifier.json", //
		"\"type\": \"relu\"|\"type\": \"conv\", \"filters\": 4096, \"kernel\": 1}, " +
			"{\"type\": \"conv\", \"kernel\": 31, \"filters\": 4096|weights; at most", //
		"\"threshold\": null|\"planes\": \"all\"|planes to be one of", //
		"\"threshold\": null|\"planes\": 3|a text at planes", //
		"\"threshold\": null|\"planes\": \"current\"|no current plane", //
		"\"type\": \"relu\"|\"type\": \"shell\"|expected one of the types", //
		"\"type\": \"relu\"|\"type\": \"dense\", \"units\": 3|impossible", //
		"\"max\": 255.0|\"max\": null|min < max", //
		"\"max\": 255.0|\"max\": 1e999|finite", //
		"\"max\": 255.0|\"max\": NaN|no JSON", //
		"\"channelRule\": \"gray\"|\"channelRule\": \"any\"|channel rule", //
		"\"channelRule\": \"gray\"|\"channelRule\": \"rgb\"|channels", //
		"\"two words\"|\"nuclei\"|repeat", //
		"\"date\": \"2026-01-31T12:34:56Z\"|\"date\": \"now\"|now", //
		"\"seed\": -9223372036854775808|\"seed\": -9223372036854775809|seed", //
		"\"threshold\": null|\"threshold\": 0.5|threshold", //
		"\"split\": {|\"split\": {\"test\": [\"0123456789abcdef\"],|two sides", //
		"\"name\": \"Nuclei or not\"|\"name\": \" \"|Blank", })
	void aDescriptionThatCannotBeIsRefused(final String from, final String to,
		final String reason) throws IOException
	{
		replace(from, to);
		assertRefused(zip(parts), reason);
	}

	@Test
	void anOlderDescriptionWithoutGroupsIsRead() throws IOException {
		replace("\"grouping\": {", "\"later\": {");
		assertEquals(GroupingRecord.NONE, open(zip(parts)).description().training()
			.dataset().grouping());
	}

	@Test
	void anUnknownFieldIsIgnored() throws IOException {
		replace("\"threshold\": null", "\"threshold\": null, \"later\": [1, {}]");
		assertTrue(open(zip(parts)) != null);
	}

	@Test
	void deeplyNestedJsonIsRefused() throws IOException {
		parts.put("classifier.json", "[".repeat(2_000_000).getBytes(
			StandardCharsets.UTF_8));
		assertRefused(zip(parts), "classifier.json");
	}

	@Test
	void nestingElementsAndTextsOfTheDescriptionAreLimited() throws IOException {
		final String json = new String(parts.get("classifier.json"),
			StandardCharsets.UTF_8);
		final String[][] changes = { { "[".repeat(10_000) + "]".repeat(10_000),
			"nested more than 32 deep" }, { "[" + "{},".repeat(200_000) + "{}]",
				"more than 100000 lists and objects" }, { "[" + "1,".repeat(2_100_000) +
					"1]", "more than 2000000 elements" }, { "\"" + "a".repeat(200_000) +
						"\"", "a text of 200000 characters" }, { "\"\\uzzzz\"",
							"it is no JSON" } };
		for (final String[] change : changes) {
			parts.put("classifier.json", json.replace("\"threshold\": null",
				"\"later\": " + change[0]).getBytes(StandardCharsets.UTF_8));
			assertRefused(zip(parts), change[1]);
			assertRefusedAsDescription(change[1]);
		}
	}

	private void assertRefusedAsDescription(final String reason) {
		final String message = assertThrows(UserFailure.class, () -> ModelArchive
			.describe(folder.resolve("changed.zip"))).getMessage();
		assertTrue(message.contains(reason), message);
	}

	@Test
	void noErrorIsLong() throws IOException {
		final String name = "a".repeat(900);
		replace("\"nuclei\",", "\"" + name + "\", \"" + name + "\",");
		final String message = assertThrows(UserFailure.class, () -> open(zip(
			parts))).getMessage();
		assertTrue(message.contains("Class names repeat: 'aaa"), message);
		assertTrue(message.length() < 600, message);
	}

	@Test
	void aClassNameThatWouldMoveTheCursorIsRefusedAndShownHarmless()
		throws IOException
	{
		replace("\"two words\"", "\"\\u001b[2J\\u001b]0;owned\\u0007\"");
		assertRefused(zip(parts), "control character: '\\u001b[2J\\u001b]0;");
		assertRefusedAsDescription("control character");
	}

	@Test
	void aNetworkThatWouldComputeForMinutesIsRefusedBeforeItsWeightsAreRead()
		throws IOException
	{
		replace("\"width\": 8", "\"width\": 600");
		replace("\"height\": 6", "\"height\": 600");
		replace("\"filters\": 3", "\"filters\": 64");
		replace("{\n        \"type\": \"relu\"", "{\n        \"type\": \"conv\", " +
			"\"filters\": 64, \"kernel\": 7}, {\"type\": \"relu\"");
		final Map<String, byte[]> some = new LinkedHashMap<>();
		some.put("classifier.json", parts.get("classifier.json"));
		assertRefused(zip(some), "multiplications; at most 40000000000");
	}

	@Test
	void whatALayerGivesCountsOnceForEachChannelThatGoesApart()
		throws IOException
	{
		replace("\"formatVersion\": 1", "\"formatVersion\": 3");
		replace("\"channels\": 1", "\"channels\": 900");
		replace("\"width\": 8", "\"width\": 100");
		replace("\"height\": 6", "\"height\": 100");
		replace("\"channelRule\": \"gray\"", "\"channelRule\": \"as-is\", " +
			"\"resize\": \"stretch\", \"normalization\": \"range\"");
		replace("\"layers\": [", "\"layers\": [{\"type\": \"split-channels\"},");
		replace("\"filters\": 3", "\"filters\": 600");
		replace("{\n        \"type\": \"dense\"",
			"{\"type\": \"join-channels\"}, {\n        \"type\": \"dense\"");
		// 900 x 100 x 100 x 600 of the convolution, one 900th if they did not count
		assertRefused(zip(parts), "layer outputs");
	}

	@Test
	void layersInsideOfBlocksCountToo() throws IOException {
		final String block = "{\"type\": \"residual\", \"body\": [" +
			"{\"type\": \"batch-norm\"}" + ", {\"type\": \"relu\"}".repeat(99) +
			"]}, ";
		replace("{\n        \"type\": \"flatten\"", block.repeat(10) +
			"{\n        \"type\": \"flatten\"");
		assertRefused(zip(parts), "at most 1000 layers with those inside");
	}

	@Test
	void checkSumsThatAreNotToldAreNotMissed() throws IOException {
		parts.put("rdf.yaml", "name: edited\n".getBytes(StandardCharsets.UTF_8));
		assertTrue(open(zip(parts)) != null);
	}

	@Test
	void aDescriptionForOthersThatIsNoYamlIsRefused() throws IOException {
		parts.put("rdf.yaml", "a: [".getBytes(StandardCharsets.UTF_8));
		assertRefused(zip(parts), "rdf.yaml is damaged: it is no YAML");
		parts.put("rdf.yaml", "[".repeat(100_000).getBytes(StandardCharsets.UTF_8));
		assertRefused(zip(parts), "rdf.yaml is damaged");
	}

	@Test
	void weightsThatAreNotFiniteAreRefused() throws IOException {
		final ByteBuffer onnx = ByteBuffer.wrap(parts.get("weights.onnx")).order(
			ByteOrder.LITTLE_ENDIAN);
		final float first = Examples.small().weights().get("conv1.weight")
			.data()[0];
		onnx.putFloat(indexOf(onnx, first), Float.NaN);
		assertRefused(zip(parts), "conv1.weight hold a value that is not finite");
	}

	@Test
	void changedWeightsFailTheSelfTest() throws IOException {
		final ByteBuffer onnx = ByteBuffer.wrap(parts.get("weights.onnx")).order(
			ByteOrder.LITTLE_ENDIAN);
		final float first = Examples.small().weights().get("dense1.weight")
			.data()[0];
		final String sum = BioImageIo.sha256(parts.get("weights.onnx"));
		onnx.putFloat(indexOf(onnx, first), first + 1);
		assertRefused(zip(parts), "weights.onnx is damaged: its check sum is not " +
			"the one in rdf.yaml");
		final String rdf = new String(parts.get("rdf.yaml"),
			StandardCharsets.UTF_8);
		parts.put("rdf.yaml", rdf.replace(sum, BioImageIo.sha256(parts.get(
			"weights.onnx"))).getBytes(StandardCharsets.UTF_8));
		assertRefused(zip(parts), "self-test failed");
	}

	@Test
	void weightsOfAnotherShapeAreRefused() throws IOException {
		replace("\"filters\": 3", "\"filters\": 4");
		assertRefused(zip(parts), "conv1.weight should be 32-bit floats of shape " +
			"[4, 1, 3, 3], but are of shape [3, 1, 3, 3]");
	}

	@Test
	void anythingButOnnxIsRefused() throws IOException {
		parts.put("weights.onnx", new byte[] { 0x0b, 0x0b, 0x0b, 0x0b });
		assertRefused(zip(parts), "weights.onnx is damaged");
		parts.put("weights.onnx", new byte[] { 0x3a, (byte) 0xff, (byte) 0xff,
			(byte) 0xff, (byte) 0xff, 0x0f });
		assertRefused(zip(parts), "weights.onnx is damaged");
		parts.put("weights.onnx", new byte[0]);
		assertRefused(zip(parts), "conv1.weight are missing");
	}

	@Test
	void aTestOutputOfAnotherShapeIsRefused() throws IOException {
		parts.put("test_output.npy", Npy.write(new float[6], 2, 3));
		assertRefused(zip(parts), "expected 32-bit floats of shape [2, 4]");
		parts.put("test_output.npy", new byte[] { 1, 2, 3 });
		assertRefused(zip(parts), "no array in NumPy's format");
	}

	@Test
	void aZipBombIsStoppedWhileUnpacking() throws IOException {
		final Path file = folder.resolve("bomb.zip");
		try (OutputStream out = Files.newOutputStream(file);
				ZipOutputStream zip = new ZipOutputStream(out))
		{
			zip.putNextEntry(new ZipEntry("classifier.json"));
			final byte[] zeros = new byte[1 << 20];
			for (int mb = 0; mb < 40; mb++)
				zip.write(zeros);
			zip.closeEntry();
		}
		assertRefused(file, "classifier.json is larger than the 32 MB");
	}

	@Test
	void tooManyEntriesAreRefused() throws IOException {
		final Map<String, byte[]> many = new LinkedHashMap<>();
		for (int i = 0; i < 101; i++)
			many.put("entry" + i, new byte[0]);
		many.putAll(parts);
		assertRefused(zip(many), "too many or repeated entries");
	}

	@Test
	void aPathOutOfTheFolderIsJustAnUnknownEntry() throws IOException {
		final Map<String, byte[]> more = new LinkedHashMap<>();
		more.put("../../evil.sh", new byte[] { 1 });
		more.putAll(parts);

		assertTrue(open(zip(more)) != null);
		assertTrue(Files.notExists(folder.resolve("../../evil.sh")));
	}

	private void replace(final String from, final String to) {
		final String json = new String(parts.get("classifier.json"),
			StandardCharsets.UTF_8);
		assertTrue(json.contains(from), "no " + from + " in " + json);
		parts.put("classifier.json", json.replace(from, to).getBytes(
			StandardCharsets.UTF_8));
	}

	private Path zip(final Map<String, byte[]> content) throws IOException {
		final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
		try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
			for (final Map.Entry<String, byte[]> e : content.entrySet()) {
				zip.putNextEntry(new ZipEntry(e.getKey()));
				zip.write(e.getValue());
				zip.closeEntry();
			}
		}
		final Path file = folder.resolve("changed.zip");
		Files.copy(new ByteArrayInputStream(bytes.toByteArray()), file,
			StandardCopyOption.REPLACE_EXISTING);
		return file;
	}

	private static int indexOf(final ByteBuffer bytes, final float value) {
		for (int i = 0; i + 4 <= bytes.limit(); i++) {
			if (bytes.getFloat(i) == value) return i;
		}
		throw new AssertionError("no " + value);
	}

	private static SavedClassifier open(final Path file) {
		return ModelArchive.read(file, new ReferenceEngine());
	}

	private static void assertRefused(final Path file, final String reason) {
		final UserFailure failure = assertThrows(UserFailure.class, () -> open(
			file));
		assertTrue(failure.getMessage().contains(reason), failure.getMessage());
		assertTrue(failure.getMessage().contains(file.toString()), failure
			.getMessage());
	}
}
