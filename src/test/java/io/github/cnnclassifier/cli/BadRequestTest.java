
package io.github.cnnclassifier.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Commands, keys and values that do not exist. */
class BadRequestTest {

	@TempDir
	Path folder;

	private Path good;
	private Path output;

	@BeforeEach
	void prepare() throws IOException {
		good = TestImages.halves(folder.resolve("good"), 3, 1);
		output = folder.resolve("new.zip");
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', value = {
		"trian images=x | train, evaluate | trian",
		"train images | key=value | images",
		"train imgaes=x | images, exclude, groups | imgaes",
		"train images=x images=y | once | images",
		"train model=x | needs 'images' | nothing",
		"train images=x | needs 'model' | nothing",
		"evaluate images=x model=x split=tset | 'validation', 'test' | tset",
		"classify-image model=x | needs 'image' | image=PATH",
		"classify-folder images=x model=x | needs 'output' | output=PATH",
		"info | needs 'model' | model=PATH",
		"fetch name=mnist | needs 'output' | output=PATH",
		"fetch name=cifar output=x | 'mnist', 'fashion-mnist' | cifar",
		"fetch source=http:///x output=x | an address | http:///x",
		"train images=x model=y epochs=-1 | 0 to 10000 | -1",
		"train images=x model=y epochs=10001 | 0 to 10000 | 10001",
		"train images=x model=y epochs=two | whole number | two",
		"train images=x model=y epochs=1.5 | whole number | 1.5",
		"train images=x model=y epochs=99999999999 | whole number | 99999999999",
		"train images=x model=y batchSize=-1 | 0 to 4096 | -1",
		"train images=x model=y batchSize= | whole number | ''",
		"train images=x model=y learningRate=0 | above 0 | 0.0",
		"train images=x model=y learningRate=2 | 0 to 1 | 2.0",
		"train images=x model=y learningRate=NaN | number | NaN",
		"train images=x model=y augmentation=wild | 'auto', 'none', 'light', 'mirror', 'microscopy', 'strong' | wild",
		"train images=x model=y channels=1,,3 | 'gray', 'rgb' | 1,,3",
		"train images=x model=y resize=zoom | 'pad', 'crop' | zoom",
		"train images=x model=y pixelSize=-1 | off, match | -1",
		"train images=x model=y normalization=min-max | zscore-image | min-max",
		"train images=x model=y range=255..0 | smaller first | 255..0",
		"train images=x model=y width=4 | 8 to 1024 | 4",
		"train images=x model=y exact=yes | true or false | yes",
		"train images=x model=y seed=abc | whole number | abc" })
	void aRequestThatMakesNoSense(final String words, final String expected,
		final String received)
	{
		CommandLineRun.of(words.split(" ")).refuses(2, expected, received);
	}

	@Test
	void noCommandAtAll() {
		final CommandLineRun run = CommandLineRun.of().endsWith(2);
		assertEquals(List.of(), run.results());
		run.says("Usage:");
	}

	@ParameterizedTest
	@ValueSource(strings = { "vgg", "" })
	void aNetworkThatDoesNotExist(final String network) {
		CommandLineRun.of("train", "images=" + good, "model=" + folder.resolve(
			"n.zip"), "network=" + network).refuses(2, "six-conv, tiny", "'" +
				network + "'");
		assertFalse(Files.exists(folder.resolve("n.zip")));
	}

	@Test
	void aNetworkFileWithAnImpossibleNumber() throws IOException {
		final Path network = Files.writeString(folder.resolve("net.json"),
			"{\"layers\": [{\"type\": \"conv\", \"filters\": 1e999999999, \"kernel\": 3}]}");
		CommandLineRun.of("train", "images=" + good, "model=" + output, "network=" +
			network).refuses(1, "layer 1", "filters", "1e999999999");
		assertFalse(Files.exists(output));
	}

	@ParameterizedTest
	@ValueSource(strings = { "preprocess", "preview-augmentation" })
	void anImageThatIsSavedIsNamedAsWhatItIs(final String command)
		throws IOException
	{
		final Path png = folder.resolve("result.png");
		CommandLineRun.of(command, "image=sample-images/digits/3/3_000.png",
			"output=" + png).refuses(2, "output to end with .tif or .tiff", png
				.toString());
		assertFalse(Files.exists(png));
	}

	@Test
	void aModelThatIsNamedLikeAListNeverReplacesIt() throws IOException {
		final Path list = Files.writeString(folder.resolve("list.csv"),
			"path,class\na.png,a\nb.png,b\n");
		CommandLineRun.of("train", "images=" + list, "model=" + list,
			"overwrite=true").refuses(2, "Expected model to end with .zip",
				"list.csv");
		assertEquals(3, Files.readAllLines(list).size());
	}

	@Test
	void anAugmentationFileWithAnUnknownEntry() throws IOException {
		final Path file = Files.writeString(folder.resolve("mine.yaml"),
			"rotation: 10\n");
		CommandLineRun.of("train", "images=" + good, "model=" + output,
			"augmentation=" + file).refuses(1, "mine.yaml", "rotationDegrees",
				"'rotation'");
		assertFalse(Files.exists(output));
	}

	@Test
	void aCacheFolderThatIsNone() {
		CommandLineRun.train(good, output, "cacheFolder=" + folder.resolve("no"))
			.refuses(1, "Expected cacheFolder to be an existing folder", "no'");
		CommandLineRun.train(good, output, "cacheFolder=" + good.resolve(
			"left/000.png")).refuses(1, "Expected a folder", "000.png");
		assertFalse(Files.exists(output));
	}

	@Test
	void filesToFetchThatAreNotThere() throws IOException {
		final Path empty = Files.createDirectory(folder.resolve("empty"));
		CommandLineRun.of("fetch", "source=" + empty, "output=" + folder.resolve(
			"digits")).refuses(1, "Expected train-images-idx3-ubyte.gz of MNIST",
				"leave source out");
	}

	@Test
	void aClassToExcludeThatDoesNotExist() {
		CommandLineRun.train(good, output, "exclude=middle").refuses(2,
			"'left', 'right'", "'middle'");
		assertFalse(Files.exists(output));
	}
}
