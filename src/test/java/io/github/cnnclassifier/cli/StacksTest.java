
package io.github.cnnclassifier.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import ij.ImagePlus;
import ij.ImageStack;

/** Stacks and lists on the way through training, evaluation and use. */
class StacksTest {

	@TempDir
	Path folder;

	private static Path stack(final Path file, final int half, final int slices,
		final long seed) throws IOException
	{
		final ImageStack stack = new ImageStack(TestImages.WIDTH, TestImages.WIDTH);
		for (int i = 0; i < slices; i++) {
			stack.addSlice(TestImages.half(half, seed + i));
		}
		TestImages.tiff(file, new ImagePlus("", stack));
		return file;
	}

	/** Classes left and right, three stacks of four slices each. */
	private Path stacks() throws IOException {
		final Path images = folder.resolve("images");
		for (int i = 0; i < 5; i++) {
			stack(images.resolve("left/" + i + ".tif"), 0, 4, 10 * i);
			stack(images.resolve("right/" + i + ".tif"), 1, 4, 1000 + 10 * i);
		}
		return images;
	}

	private List<String> table(final Path images, final Path model,
		final int status, final String... more) throws IOException
	{
		final Path csv = folder.resolve("table.csv");
		final List<String> words = new ArrayList<>(List.of("classify-folder",
			"images=" + images, "model=" + model, "output=" + csv, "overwrite=true"));
		words.addAll(List.of(more));
		CommandLineRun.of(words.toArray(String[]::new)).endsWith(status);
		return Files.readAllLines(csv);
	}

	@Test
	void whoClassifiesOnePlaneOfAFileIsTold() throws IOException {
		final Path file = stack(folder.resolve("s.tif"), 0, 4, 1);
		CommandLineRun.of("classify-image", "image=" + file, "model=digits")
			.endsWith(0).says(
				"one of the 4 planes of the stack 's.tif'. planes=each");
		assertFalse(CommandLineRun.of("classify-image", "image=" + file,
			"model=digits", "planes=each").endsWith(0).toString().contains("one of"));
	}

	@Test
	void planesAreLearnedOneByOneAndAnsweredAsAsked() throws IOException {
		final Path images = stacks();
		final Path model = folder.resolve("model.zip");
		CommandLineRun.train(images, model).endsWith(0).says(
			"Found 40 images of 2 classes");
		assertTrue(CommandLineRun.of("info", "model=" + model).results().contains(
			"planes: each"));

		final List<String> each = table(images, model, 0);
		assertEquals(41, each.size());
		assertTrue(each.get(1).startsWith("left/0.tif[1],left,"), each.get(1));
		assertTrue(each.get(4).startsWith("left/0.tif[4],left,"), each.get(4));
		final List<String> averaged = table(images, model, 0, "planes=average");
		assertEquals(11, averaged.size());
		assertTrue(averaged.get(1).startsWith("left/0.tif,left,"), averaged.get(1));
		double sum = 0;
		for (int row = 1; row <= 4; row++) {
			sum += Double.parseDouble(each.get(row).split(",")[3]);
		}
		assertEquals(sum / 4, Double.parseDouble(averaged.get(1).split(",")[3]),
			1e-4);
		assertTrue(table(images, model, 0, "planes=middle").get(1).startsWith(
			"left/0.tif,left,"));

		assertTrue(CommandLineRun.of("evaluate", "images=" + images, "model=" +
			model, "split=all", "allowTrained=true").endsWith(0).results().get(0)
			.endsWith(" n=40"));
		assertTrue(CommandLineRun.of("evaluate", "images=" + images, "model=" +
			model, "split=all", "allowTrained=true", "planes=average").endsWith(0)
			.results().get(0).endsWith(" n=10"));
		CommandLineRun.of("evaluate", "images=" + images, "model=" + model,
			"planes=current").refuses(2, "'each', 'middle', 'maximum'");
	}

	@Test
	void theModelRemembersWhatBecameOfStacks() throws IOException {
		final Path images = stacks();
		final Path model = folder.resolve("model.zip");
		CommandLineRun.train(images, model, "planes=mean").endsWith(0).says(
			"Found 10 images of 2 classes");
		assertEquals(11, table(images, model, 0).size());
		assertTrue(CommandLineRun.of("evaluate", "images=" + images, "model=" +
			model, "split=all", "allowTrained=true").endsWith(0).results().get(0)
			.endsWith(" n=10"));
		final Path one = images.resolve("right/0.tif");
		final List<String> answer = CommandLineRun.of("classify-image", "image=" +
			one, "model=" + model).endsWith(0).results();
		assertEquals(1, answer.size());
		assertTrue(answer.get(0).startsWith("class=right"), answer.get(0));
		assertEquals(4, CommandLineRun.of("classify-image", "image=" + one,
			"model=" + model, "planes=each").endsWith(0).results().size());
	}

	/** The shipped model is older than plane policies. */
	@Test
	void aModelWithoutAPolicyRefusesStacksAsBefore() throws IOException {
		stack(folder.resolve("in/two.tif"), 0, 2, 1);
		final List<String> rows = table(folder.resolve("in"), Path.of("digits"), 3);
		assertEquals(2, rows.size());
		assertTrue(rows.get(1).contains("stack of 2 slices"), rows.get(1));
		assertEquals(3, table(folder.resolve("in"), Path.of("digits"), 0,
			"planes=each").size());
	}

	@Test
	void aStackPerClassIsEnough() throws IOException {
		final Path images = folder.resolve("images");
		stack(images.resolve("left.tif"), 0, 10, 1);
		stack(images.resolve("right.tif"), 1, 10, 1000);
		final Path model = folder.resolve("model.zip");
		CommandLineRun.train(images, model).endsWith(0).says(
			"Found 20 images of 2 classes").says(
				"Warning: there are no class folders, so each stack is taken as a class");
		assertTrue(CommandLineRun.of("info", "model=" + model).results().contains(
			"classes: left, right"));
		Files.write(images.resolve("torn.tif"), new byte[] { 'I', 'I', '*', 0 });
		CommandLineRun.train(images, folder.resolve("no.zip")).refuses(1,
			"The class 'torn' has no readable training image");
	}

	@Test
	void aListOfRegionsTrainsAndIsEvaluatedWithItsBadRowsTold()
		throws IOException
	{
		final Path images = folder.resolve("images");
		final StringBuilder list = new StringBuilder(
			"\uFEFFimage;class;xmin;ymin;xmax;ymax;split\n");
		for (int i = 0; i < 12; i++) {
			TestImages.png(images.resolve(i + ".png"), TestImages.half(0, i));
			final String side = i < 6 ? "train" : i < 9 ? "val" : "test";
			// the brighter and the darker half of the same image
			list.append(i + ".png;bright;0;0;14;28;" + side + "\n" + i +
				".png;dark;14;0;28;28;" + side + "\n");
		}
		list.append("0.png;dark;14;0;29;28;train\nno.png;dark;1;1;2;2;test\n");
		final Path csv = Files.writeString(folder.resolve("boxes.csv"), list);
		final Path model = folder.resolve("model.zip");
		CommandLineRun.train(csv, model).endsWith(3).says(
			"No result for '0.png#xywh=14,0,15,28': Row 26: Expected a region inside")
			.says("No result for 'no.png': Row 27: There is no such file");
		final CommandLineRun evaluation = CommandLineRun.of("evaluate", "images=" +
			csv, "model=" + model, "output=" + folder.resolve("e"));
		evaluation.endsWith(3).says("Row 27");
		assertTrue(evaluation.results().get(0).endsWith(" n=6"), evaluation
			.toString());
		assertTrue(Files.readString(folder.resolve("e/predictions.csv")).contains(
			"9.png#xywh=0,0,14,28"));
		CommandLineRun.of("train", "images=" + Files.writeString(folder.resolve(
			"bad.csv"), "file,kind\n"), "model=" + folder.resolve("no.zip")).refuses(
				1, "Expected a column named 'class'");
	}
}
