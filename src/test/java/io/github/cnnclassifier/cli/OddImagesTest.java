
package io.github.cnnclassifier.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** What is unusual but must work. */
class OddImagesTest {

	private static final List<String> BAD = List.of("empty.png", "cut.png",
		"lie.tif", "words.jpg");

	@TempDir
	Path folder;

	/** Four files among the good ones that are no image. */
	private static void spoil(final Path folder) throws IOException {
		final byte[] png = Files.readAllBytes(folder.resolve("000.png"));
		Files.createFile(folder.resolve("empty.png"));
		Files.write(folder.resolve("cut.png"), Arrays.copyOf(png, png.length / 2));
		Files.writeString(folder.resolve("lie.tif"), "GIF9 no image at all");
		Files.writeString(folder.resolve("words.jpg"), "These are words.");
	}

	@Test
	void badFilesAmongGoodOnesAreListedAndTheRunGoesOn() throws IOException {
		final Path images = TestImages.halves(folder.resolve("images"), 10, 1);
		spoil(images.resolve("left"));
		Files.writeString(images.resolve("left/notes.txt"), "no image");
		Files.writeString(images.resolve("right/.hidden.png"), "no image");
		final Path model = folder.resolve("model.zip");
		final CommandLineRun training = CommandLineRun.train(images, model)
			.endsWith(3);
		assertEquals("model=" + model, training.results().get(0));
		assertTrue(WholeWayTest.FIGURES.matcher(training.results().get(1))
			.matches());
		listed(training);
		training.says("'left/notes.txt': not an image").says(
			"'right/.hidden.png': hidden");

		final CommandLineRun evaluation = CommandLineRun.of("evaluate", "images=" +
			images, "model=" + model, "split=all", "allowTrained=true", "output=" +
				folder.resolve("e")).endsWith(3);
		assertTrue(evaluation.results().get(0).endsWith(" n=20"));
		listed(evaluation);
		failedRows(folder.resolve("e/predictions.csv"), 24);

		final Path csv = folder.resolve("t.csv");
		final CommandLineRun table = CommandLineRun.of("classify-folder",
			"images=" + images, "model=" + model, "output=" + csv).endsWith(3);
		assertEquals(List.of("output=" + csv + " classified=20 failed=4 unknown=0"),
			table.results());
		failedRows(csv, 24);
	}

	private static void listed(final CommandLineRun run) {
		for (final String name : BAD)
			run.says("No result for 'left/" + name + "': ");
		run.says("4 files failed");
	}

	private static void failedRows(final Path csv, final int rows)
		throws IOException
	{
		try (CSVParser parser = CSVParser.parse(csv, StandardCharsets.UTF_8,
			CSVFormat.RFC4180.builder().setHeader().build()))
		{
			final List<CSVRecord> records = parser.getRecords();
			assertEquals(rows, records.size());
			final List<String> failed = records.stream().filter(r -> !r.get("error")
				.isEmpty()).map(r -> r.get("file")).sorted().toList();
			assertEquals(BAD.stream().map(n -> "left/" + n).sorted().toList(),
				failed);
			for (final CSVRecord r : records)
				assertEquals(r.get("error").isEmpty(), !r.get("confidence").isEmpty());
		}
	}

	@Test
	void nothingButBadFilesIsStillATable() throws IOException {
		final Path images = TestImages.halves(folder.resolve("images"), 4, 1);
		final Path model = folder.resolve("model.zip");
		CommandLineRun.train(images, model, "epochs=1").endsWith(0);
		final Path bad = folder.resolve("bad");
		Files.createDirectory(bad);
		Files.createFile(bad.resolve("a.png"));
		CommandLineRun.of("classify-folder", "images=" + bad, "model=" + model,
			"output=" + folder.resolve("t.csv")).endsWith(3);
		CommandLineRun.of("evaluate", "images=" + bad, "model=" + model).refuses(1,
			"Not a single image could be classified", "a.png");
	}

	@DisabledOnOs(value = OS.WINDOWS, disabledReason = "no quotes in names there")
	@Test
	void classNamesMayHaveAnyCharacters() throws IOException {
		final List<String> names = List.of("Zellen, groß", "two  words",
			"say \"hi\"", "naïve 細胞", "o'brien", "-1");
		final Path images = folder.resolve("images");
		for (int i = 0; i < names.size(); i++)
			TestImages.classFolder(images, names.get(i), i % 2, 4, 100 * i);
		final Path model = folder.resolve("größe, model.zip");
		CommandLineRun.train(images, model, "epochs=1").endsWith(0);
		final List<String> sorted = names.stream().sorted().toList();
		assertTrue(CommandLineRun.of("info", "model=" + model).results().contains(
			"classes: " + String.join(", ", sorted)));
		final Path csv = folder.resolve("t.csv");
		CommandLineRun.of("classify-folder", "images=" + images, "model=" + model,
			"output=" + csv).endsWith(0);
		try (CSVParser parser = CSVParser.parse(csv, StandardCharsets.UTF_8,
			CSVFormat.RFC4180.builder().setHeader().build()))
		{
			final List<String> header = parser.getHeaderNames();
			assertEquals(sorted.stream().map(n -> "p_" + n).toList(), header.subList(
				3, 3 + names.size()));
			assertEquals(24, parser.getRecords().size());
		}
		final Path report = folder.resolve("report, x");
		CommandLineRun.of("evaluate", "images=" + images, "model=" + model,
			"split=all", "allowTrained=true", "output=" + report).endsWith(0);
		assertTrue(Files.readString(report.resolve("confusion_matrix.csv"))
			.contains("\"Zellen, groß\""));
		assertTrue(Files.readString(report.resolve("report.html")).contains(
			"say &quot;hi&quot;"));

		final Path fewer = folder.resolve("fewer.zip");
		CommandLineRun.train(images, fewer, "epochs=1",
			"exclude=Zellen\\, groß, two  words,say \"hi\",-1").endsWith(0);
		assertTrue(CommandLineRun.of("info", "model=" + fewer).results().contains(
			"classes: naïve 細胞, o'brien"));
	}

	/** 16-bit storage of 8-bit values, as many cameras write. */
	@Test
	void theStorageTypeAloneIsNoError() throws IOException {
		final Path eight = folder.resolve("8");
		final Path sixteen = folder.resolve("16");
		for (int half = 0; half < 2; half++) {
			for (int i = 0; i < 6; i++) {
				final String name = half + "/" + i;
				TestImages.png(eight.resolve(name + ".png"), TestImages.half(half, i));
				TestImages.tiff(sixteen.resolve(name + ".tif"), (i % 2 == 0 ? TestImages
					.half(half, i).convertToShort(false) : TestImages.half(half, i)
						.convertToFloat()));
			}
		}
		final Path a = folder.resolve("a.zip");
		final Path b = folder.resolve("b.zip");
		final String figures = CommandLineRun.train(eight, a, "exact=true")
			.endsWith(0).results().get(1);
		// the same pixels: the same split, the same training, the same weights
		assertEquals(figures, CommandLineRun.train(sixteen, b, "exact=true")
			.endsWith(0).results().get(1));
		RepeatedTrainingTest.assertSameWeights(a, b);
		CommandLineRun.of("evaluate", "images=" + sixteen, "model=" + a).endsWith(
			0);
	}
}
