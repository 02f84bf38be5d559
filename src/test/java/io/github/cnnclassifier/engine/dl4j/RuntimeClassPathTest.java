
package io.github.cnnclassifier.engine.dl4j;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.File;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;

import org.junit.jupiter.api.Test;

/**
 * What Deeplearning4j drags along must not reach Fiji: some of it would replace
 * Fiji's own libraries by older ones, a second native library would be loaded
 * instead of the right one.
 */
class RuntimeClassPathTest {

	private static final List<String> UNWANTED = List.of(
		"javacpp-1\\.5\\.[0-9]\\b", "openblas-.*-1\\.5\\.[0-9]\\b", "jna-platform-",
		"jna-[0-4]\\.", "oshi-", "fastutil", "logback-", "commons-net",
		"threetenbp", "datavec", "deeplearning4j-core",
		"(nd4j-native|openblas|javacpp|mkl)-platform", "opencv", "ffmpeg", "hdf5",
		"arrow-", "mkl-", "gson-2\\.8\\.", "nd4j-cuda", "javacv", "guava-[0-9]{2}",
		"protobuf-java");

	private final List<String> jars = jars();

	private static List<String> jars() {
		final String path = System.getProperty("surefire.test.class.path", System
			.getProperty("java.class.path"));
		return Arrays.stream(path.split(File.pathSeparator)).map(e -> Path.of(e)
			.getFileName().toString()).filter(n -> n.endsWith(".jar")).toList();
	}

	@Test
	void theClassPathIsSeenHere() {
		assertTrue(jars.stream().anyMatch(n -> n.startsWith("deeplearning4j-nn-")),
			jars.toString());
	}

	@Test
	void nothingUnwantedIsOnTheClassPath() {
		for (final String unwanted : UNWANTED) {
			final Pattern pattern = Pattern.compile("^" + unwanted);
			assertEquals(List.of(), jars.stream().filter(n -> pattern.matcher(n)
				.find()).toList(), unwanted);
		}
	}

	@Test
	void thereIsExactlyOneNativeLibrary() {
		assertEquals(1, jars.stream().filter(n -> n.matches(
			"nd4j-native-1\\.0\\.0-M2\\.1-.+\\.jar")).count(), jars.toString());
	}
}
