
package io.github.cnnclassifier.augment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import io.github.cnnclassifier.failure.UserFailure;
import io.github.cnnclassifier.failure.WrongUsage;

/** What a user may write after augmentation=. */
class AugmentationsTest {

	@TempDir
	private Path folder;

	private Augmentation file(final String yaml) {
		try {
			return Augmentations.resolve(Files.writeString(folder.resolve("my.yaml"),
				yaml).toString());
		}
		catch (final IOException e) {
			throw new AssertionError(e);
		}
	}

	private String failure(final String yaml) {
		final UserFailure failure = assertThrows(UserFailure.class, () -> file(
			yaml));
		assertFalse(failure instanceof WrongUsage);
		assertTrue(failure.getMessage().startsWith(
			"The augmentation file 'my.yaml' is wrong: "), failure.getMessage());
		return failure.getMessage();
	}

	@Test
	void everyPresetIsFoundByItsName() {
		for (final Augmentation preset : Augmentation.PRESETS)
			assertSame(preset, Augmentations.resolve(preset.name()));
	}

	@Test
	void anUnknownNameIsWrongUsageThatListsTheChoices() {
		assertEquals(
			"Expected one of the augmentations 'none', 'light', 'mirror', " +
				"'microscopy', 'strong' or a file that ends with .yaml or .yml, got 'heavy'.",
			assertThrows(WrongUsage.class, () -> Augmentations.resolve("heavy"))
				.getMessage());
	}

	@Test
	void aTrainingMayLeaveItToTheImagesAndAPreviewMayNot() {
		assertSame(Augmentation.AUTO, Augmentations.forTraining("auto"));
		assertSame(Augmentation.LIGHT, Augmentations.forTraining("light"));
		assertThrows(WrongUsage.class, () -> Augmentations.resolve("auto"));
		final String message = assertThrows(WrongUsage.class, () -> Augmentations
			.forTraining("heavy")).getMessage();
		assertTrue(message.startsWith(
			"Expected one of the augmentations 'auto', 'none', "), message);
	}

	@Test
	void aFileSaysWhatIsOnAndTheRestIsOff() {
		final Augmentation own = file(
			"# for yeast\nflipVertical: true\nflipHorizontal: no\n" +
				"rotationDegrees: 45\nblurPixels: 0.75\nphotons: 200\n");
		assertEquals("my.yaml", own.name());
		assertEquals(
			"{flipVertical=true, rotationDegrees=45, photons=200, blurPixels=0.75}",
			own.entries().toString());
	}

	@Test
	void aFileMayStartFromAPresetWhereverThatStands() {
		assertEquals(Augmentation.STRONG.with(Change.BLUR, 0).with(Change.NOISE,
			0.05).entries(), file("blurPixels: 0\nnoise: 0.05\npreset: strong\n")
				.entries());
	}

	@Test
	void whatIsStoredOfAPresetIsAFileOfTheSameMeaning() {
		for (final Augmentation preset : Augmentation.PRESETS) {
			if (preset.isNone()) continue;
			final String yaml = preset.entries().entrySet().stream().map(e -> e
				.getKey() + ": " + e.getValue() + "\n").collect(Collectors.joining());
			assertEquals(preset, file(yaml).as(preset.name()));
		}
	}

	@Test
	void theExampleOfTheDocumentationIsMicroscopy() {
		assertEquals(Augmentation.MICROSCOPY, Augmentations.resolve(
			"docs/augmentation-example.yaml").as("microscopy"));
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', value = {
		"rotation: 10 | expected only the entries preset, flipHorizontal, | got 'rotation'",
		"1: 10 | expected only the entries preset, flipHorizontal, | got '1'",
		"rotationDegrees: 181 | 'rotationDegrees' to be a number from 0 to 180 | got '181'",
		"rotationDegrees: -1 | 'rotationDegrees' to be a number from 0 to 180 | got '-1'",
		"rotationDegrees: .nan | 'rotationDegrees' to be a number from 0 to 180 | got 'NaN'",
		"scaleFraction: .inf | 'scaleFraction' to be a number from 0 to 0.9 | got 'Infinity'",
		"rotationDegrees: ten | 'rotationDegrees' to be a number from 0 to 180 | got 'ten'",
		"rotationDegrees: | 'rotationDegrees' to be a number from 0 to 180 | got 'null'",
		"rotationDegrees: [1, 2] | 'rotationDegrees' to be a number | got '[1, 2]'",
		"rotationDegrees: true | 'rotationDegrees' to be a number | got 'true'",
		"flipVertical: 1 | 'flipVertical' to be true or false | got '1'",
		"photons: 0.5 | 'photons' to be a number from 1 to 1000000, or 0 | got '0.5'",
		"preset: heavy | 'preset' to be one of none, light, mirror, microscopy, strong | got 'heavy'",
		"flips | expected lines such as | rotationDegrees: 15",
		"[] | expected lines such as | rotationDegrees: 15",
		"{} | expected lines such as | rotationDegrees: 15" })
	void mistakesAreNamed(final String yaml, final String expected,
		final String got)
	{
		final String message = failure(yaml);
		assertTrue(message.contains(expected), message);
		assertTrue(message.contains(got), message);
	}

	@Test
	void anEmptyFileIsAMistake() {
		assertTrue(failure("# nothing yet\n").contains("expected lines such as"));
	}

	@Test
	void anEntryThatComesTwiceIsAMistake() {
		assertTrue(failure("noise: 0.1\nnoise: 0.2\n").contains(
			"duplicate key noise"));
	}

	@Test
	void whatIsNoYamlIsToldInOneLine() {
		final String message = failure("noise: [0.1\nblurPixels: }");
		assertTrue(message.contains("it is not plain YAML"), message);
		assertFalse(message.contains("\n"), message);
	}

	@ParameterizedTest
	@ValueSource(strings = { "rotationDegrees: !!binary aGk=45", "!!int x: 1",
		"noise: !!float [1]", "noise: !!timestamp 1", "? !!set {a}",
		"noise: &a [*a]" })
	void aValueThatBreaksTheParserIsAMistake(final String yaml) {
		assertTrue(failure(yaml).startsWith("The augmentation file '"));
	}

	@Test
	void anEntryWithoutANameIsAMistake() {
		assertTrue(failure("null: 1").contains("got 'null'"));
	}

	@Test
	void aLongValueIsQuotedShort() {
		final String message = failure("preset: " + "a".repeat(60_000));
		assertTrue(message.endsWith("a...'."), message);
		assertTrue(message.length() < 400, message);
	}

	@Test
	void aFileRunsNoCode() {
		final String message = failure(
			"noise: !!javax.script.ScriptEngineManager [!!java.net.URLClassLoader " +
				"[[!!java.net.URL [\"http://localhost/\"]]]]\n");
		assertTrue(message.contains("it is not plain YAML"), message);
	}

	@Test
	void aFileThatIsMissingOrTooLargeIsToldByName() throws IOException {
		assertTrue(assertThrows(UserFailure.class, () -> Augmentations.resolve(
			"nowhere.yml")).getMessage().contains(
				"no augmentation file 'nowhere.yml'"));
		final Path large = Files.write(folder.resolve("large.yaml"),
			new byte[70_000]);
		assertTrue(assertThrows(UserFailure.class, () -> Augmentations.resolve(large
			.toString())).getMessage().contains("too large: expected at most 65536"));
		final Path binary = Files.write(folder.resolve("binary.yaml"), new byte[] {
			(byte) 0xFF, 0 });
		assertTrue(assertThrows(UserFailure.class, () -> Augmentations.resolve(
			binary.toString())).getMessage().contains("cannot be read"));
	}
}
