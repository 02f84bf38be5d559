
package io.github.cnnclassifier.archive;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import io.github.cnnclassifier.engine.ReferenceEngine;
import io.github.cnnclassifier.failure.UserFailure;
import io.github.cnnclassifier.model.SavedClassifier;
import io.github.cnnclassifier.model.UnlikeScore;

/**
 * Model files that tell how unlike the training images an image is: format 5.
 */
class UnlikeModelTest {

	private static final ReferenceEngine ENGINE = new ReferenceEngine();
	private static final SavedClassifier SAVED = Examples.telling();

	@TempDir
	private Path folder;

	private Path file;
	private Map<String, byte[]> parts;

	@BeforeEach
	void write() throws IOException {
		file = folder.resolve("m.zip");
		ModelArchive.write(file, SAVED, ENGINE);
		parts = new LinkedHashMap<>();
		try (ZipInputStream zip = new ZipInputStream(Files.newInputStream(file))) {
			for (ZipEntry e; (e = zip.getNextEntry()) != null;)
				parts.put(e.getName(), zip.readAllBytes());
		}
	}

	private Path zip(final List<String> names) throws IOException {
		final Path changed = folder.resolve("changed.zip");
		try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(
			changed)))
		{
			for (final String name : names) {
				zip.putNextEntry(new ZipEntry(name));
				zip.write(parts.get(name));
				zip.closeEntry();
			}
		}
		return changed;
	}

	private Path zip() throws IOException {
		return zip(new ArrayList<>(parts.keySet()));
	}

	private void refuses(final String reason) throws IOException {
		final Path changed = zip();
		final String message = assertThrows(UserFailure.class, () -> ModelArchive
			.read(changed, ENGINE)).getMessage();
		assertTrue(message.contains(reason), message);
	}

	private String text(final String part) {
		return new String(parts.get(part), StandardCharsets.UTF_8);
	}

	private static void requireSame(final UnlikeScore expected,
		final UnlikeScore found)
	{
		assertEquals(expected.featureLimit(), found.featureLimit());
		assertEquals(expected.restLimit(), found.restLimit());
		assertEquals(expected.statisticsLimit(), found.statisticsLimit());
		assertArrayEquals(expected.features().origin(), found.features().origin());
		assertArrayEquals(expected.features().directions(), found.features()
			.directions());
		assertArrayEquals(expected.features().centers(), found.features()
			.centers());
		assertArrayEquals(expected.statistics().origin(), found.statistics()
			.origin());
		assertArrayEquals(expected.statistics().directions(), found.statistics()
			.directions());
		assertArrayEquals(expected.statistics().centers(), found.statistics()
			.centers());
	}

	@Test
	void theScoreSurvivesInFormatFiveBitForBit() throws IOException {
		final SavedClassifier read = ModelArchive.read(file, ENGINE);
		requireSame(SAVED.unlike().orElseThrow(), read.unlike().orElseThrow());
		assertEquals(SAVED.description(), read.description());
		assertEquals(SAVED.description(), ModelArchive.describe(file));
		assertTrue(text("classifier.json").contains("\"formatVersion\": 5"));
		final Path again = folder.resolve("again.zip");
		ModelArchive.write(again, read, ENGINE);
		assertArrayEquals(Files.readAllBytes(file), Files.readAllBytes(again));
	}

	@Test
	void formatFiveStillOpens() throws IOException {
		try (InputStream in = getClass().getResourceAsStream("/archives/v5.zip")) {
			final SavedClassifier read = ModelArchive.read(in, "v5.zip", ENGINE);
			assertEquals(SAVED.description(), read.description());
			requireSame(SAVED.unlike().orElseThrow(), read.unlike().orElseThrow());
		}
	}

	@Test
	void aModelWithoutItIsWrittenAsBefore() throws IOException {
		final Path plain = folder.resolve("plain.zip");
		ModelArchive.write(plain, Examples.small(), ENGINE);
		assertTrue(ModelArchive.read(plain, ENGINE).unlike().isEmpty());
		assertTrue(new String(DescriptionWriter.write(Examples.small()
			.description()), StandardCharsets.UTF_8).contains(
				"\"formatVersion\": 1"));
		assertFalse(new String(ModelCard.write(Examples.small().description(), 1),
			StandardCharsets.UTF_8).contains("unlike.npy"));
	}

	@Test
	void peopleAndOtherSoftwareAreTold() {
		assertTrue(text("README.md").contains("unlike the training images"));
		final String rdf = text("rdf.yaml");
		assertTrue(rdf.contains("attachments:\n- source: unlike.npy"), rdf);
	}

	@Test
	void theOrderOfTheEntriesDoesNotMatter() throws IOException {
		final List<String> names = new ArrayList<>(parts.keySet());
		Collections.reverse(names);
		requireSame(SAVED.unlike().orElseThrow(), ModelArchive.read(zip(names),
			ENGINE).unlike().orElseThrow());
	}

	@Test
	void aMissingOrTornPartIsRefused() throws IOException {
		final byte[] numbers = parts.remove("unlike.npy");
		refuses("without the part unlike.npy");
		assertThrows(UserFailure.class, () -> ModelArchive.describe(zip()));
		parts.put("unlike.npy", new byte[] { 1, 2, 3 });
		refuses("unlike.npy is damaged: it is no array in NumPy's format");
		parts.put("unlike.npy", new byte[3 << 20]);
		refuses("unlike.npy is larger than the 2 MB that are allowed");
		parts.put("unlike.npy", Npy.write(new float[7], 1, 7));
		refuses("unlike.npy is damaged: expected 32-bit floats of shape");
		final byte[] changed = numbers.clone();
		changed[changed.length - 1] ^= 1;
		parts.put("unlike.npy", changed);
		refuses("unlike.npy is damaged: its check sum is not the one in rdf.yaml");
	}

	@Test
	void numbersThatAreNoneAreRefused() throws IOException {
		final byte[] numbers = parts.get("unlike.npy").clone();
		for (int i = 1; i <= 4; i++)
			numbers[numbers.length - i] = (byte) 0xff;
		parts.put("unlike.npy", numbers);
		refuses("unlike.npy is damaged: it holds a value that is not finite");
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', value = { //
		"\"directions\": 3|\"directions\": 0|unlike.directions", //
		"\"directions\": 3|\"directions\": 33|unlike.directions", //
		"\"directions\": 3|\"directions\": 2|expected 32-bit floats of shape", //
		"\"centers\": 4|\"centers\": 100000|numbers, at most 262144 are allowed", //
		"\"centers\": 4|\"centers\": 2000000000|unlike.centers", //
		"\"statisticsDirections\": 8|\"statisticsDirections\": 9|floats of shape", //
		"\"restLimit\": 0.75|\"restLimit\": 0|limits above 0", //
		"\"restLimit\": 0.75|\"restLimit\": null|limits above 0", //
		"\"restLimit\": 0.75|\"restLimit\": 1e300|limits above 0", //
		"\"restLimit\": 0.75|\"restLimit\": \"x\"|unlike.restLimit", //
		"\"formatVersion\": 5|\"formatVersion\": 4|unlike is set, which format 4", })
	void aDescriptionThatCannotBeIsRefused(final String from, final String to,
		final String reason) throws IOException
	{
		assertTrue(text("classifier.json").contains(from), text("classifier.json"));
		parts.put("classifier.json", text("classifier.json").replace(from, to)
			.getBytes(StandardCharsets.UTF_8));
		refuses(reason);
	}

	/** More directions than numbers, in a part of just the right size. */
	@ParameterizedTest
	@ValueSource(ints = { 9, 20 })
	void moreDirectionsThanNumbersAreRefused(final int directions)
		throws IOException
	{
		final int features = SAVED.unlike().orElseThrow().features().size();
		parts.put("classifier.json", text("classifier.json").replace(
			"\"statisticsDirections\": 8", "\"statisticsDirections\": " + directions)
			.getBytes(StandardCharsets.UTF_8));
		final int size = features + 8 + 8 * directions + 2 * directions;
		parts.put("unlike.npy", Npy.write(new float[size], 1, size));
		parts.put("rdf.yaml", "name: edited\n".getBytes(StandardCharsets.UTF_8));
		refuses("unlike.npy is damaged");
	}

	@Test
	void aPartThatNobodyAskedForIsNotLookedAt() throws IOException {
		final byte[] numbers = parts.get("unlike.npy");
		write(Examples.small());
		parts.put("unlike.npy", numbers);
		final List<String> names = new ArrayList<>(parts.keySet());
		Collections.reverse(names);
		assertTrue(ModelArchive.read(zip(names), ENGINE).unlike().isEmpty());
	}

	private void write(final SavedClassifier other) throws IOException {
		ModelArchive.write(file, other, ENGINE);
		parts.clear();
		try (ZipInputStream zip = new ZipInputStream(Files.newInputStream(file))) {
			for (ZipEntry e; (e = zip.getNextEntry()) != null;)
				parts.put(e.getName(), zip.readAllBytes());
		}
	}
}
