
package io.github.cnnclassifier.workflow.tune;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import io.github.cnnclassifier.storage.Sha256;
import io.github.cnnclassifier.tuning.SearchSpace;

/**
 * The contents of the files that keys and space name: a study whose network,
 * augmentation or start has changed is another one, although the name is the
 * same.
 */
final class NamedFiles {

	private static final List<String> KEYS = List.of("network", "augmentation",
		"start");
	private static final String ENDING = "(?i).*\\.(json|yaml|yml|zip)";
	private static final int SHORT = 12;

	private NamedFiles() {}

	/**
	 * @param fixed what the user has named, by key
	 * @param space what is varied
	 * @return the begin of the hash of each file, by "file" and its name
	 * @throws IOException if one cannot be read
	 */
	static Map<String, String> hashes(final Map<String, String> fixed,
		final SearchSpace space) throws IOException
	{
		final Stream<String> varied = space.dimensions().stream().filter(d -> KEYS
			.contains(d.name())).flatMap(d -> d.points().stream());
		final List<String> files = Stream.concat(KEYS.stream().filter(
			fixed::containsKey).map(fixed::get), varied).filter(name -> name.matches(
				ENDING)).distinct().toList();
		final Map<String, String> hashes = new LinkedHashMap<>();
		for (final String file : files) {
			hashes.put("file " + file, Sha256.of(Files.readAllBytes(Path.of(file)))
				.substring(0, SHORT));
		}
		return hashes;
	}
}
