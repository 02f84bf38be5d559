
package io.github.cnnclassifier.workflow.fetch;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

import io.github.cnnclassifier.CnnClassifier;
import io.github.cnnclassifier.dataset.source.LabeledImages;
import io.github.cnnclassifier.failure.UserFailure;
import io.github.cnnclassifier.failure.WrongUsage;
import io.github.cnnclassifier.progress.CanceledException;
import io.github.cnnclassifier.progress.Progress;

/** A small data set of the test's own, from a server of this machine. */
@Timeout(60)
class FetchDatasetTest {

	private static final String TRAIN = PublishedHalves.TRAIN;

	@TempDir
	Path folder;

	private final Listener progress = new Listener();
	private Duration patience = Duration.ofSeconds(30);
	private Map<String, byte[]> packed;
	private Map<String, byte[]> plain;
	private List<PublicFile> files;
	private LoopbackServer server;
	private Path output;

	@BeforeEach
	void prepare() throws Exception {
		final PublishedHalves halves = new PublishedHalves();
		packed = halves.packed();
		plain = halves.plain();
		files = halves.files();
		server = new LoopbackServer(packed);
		output = folder.resolve("new/digits");
	}

	@AfterEach
	void stop() {
		server.close();
	}

	private FetchDataset.Result fetch(final String source,
		final boolean overwrite, final URI... addresses) throws IOException
	{
		final PublicDataset dataset = new PublicDataset("halves", "Halves",
			"Two classes.", addresses.length == 0 ? List.of(server.address()) : List
				.of(addresses), files);
		return new FetchDataset(List.of(dataset), patience, progress).run(
			new FetchDataset.Request("halves", source, output, overwrite));
	}

	private String failure(final URI... addresses) {
		final String message = assertThrows(UserFailure.class, () -> fetch("",
			false, addresses)).getMessage();
		assertTrue(message.startsWith("Could not fetch " + TRAIN + " of Halves"),
			message);
		assertTrue(message.contains("put them into '" + output + "'"), message);
		assertFalse(Files.exists(output.resolve(TRAIN)));
		return message;
	}

	private Path part() {
		return output.resolve(TRAIN + ".part");
	}

	private void assertAllThere() throws IOException {
		for (final Map.Entry<String, byte[]> file : packed.entrySet())
			assertArrayEquals(file.getValue(), Files.readAllBytes(output.resolve(file
				.getKey())));
		try (Stream<Path> all = Files.list(output)) {
			assertEquals(4, all.count());
		}
	}

	@Test
	void theFolderIsADataSet() throws IOException {
		final FetchDataset.Result result = fetch("", false);
		assertAllThere();
		assertEquals(List.copyOf(packed.keySet()), result.fetched());
		final LabeledImages images = LabeledImages.open(result.folder(),
			CnnClassifier.tools(Progress.none()).reader(), Set.of());
		assertEquals(50, images.samples().size());
		assertEquals(List.of("0", "1"), images.labels());
		assertTrue(progress.lines.contains("Halves: Two classes."), progress.lines
			.toString());
	}

	@Test
	void whatIsThereIsNotFetchedAgain() throws IOException {
		fetch("", false);
		assertEquals(List.of(), fetch("", false).fetched());
		assertEquals(4, server.requests().size());
		Files.delete(output.resolve(TRAIN));
		assertEquals(List.of(TRAIN), fetch("", false).fetched());
		assertAllThere();
	}

	@Test
	void aBrokenOffDownloadGoesOnWhereItStopped() throws IOException {
		server.handle(server::half);
		assertTrue(failure().contains(": it broke off ("));
		final int half = packed.get(TRAIN).length / 2;
		assertEquals(half, Files.size(part()));
		server.handle(server::good);
		fetch("", false);
		assertAllThere();
		assertEquals(List.of(TRAIN, TRAIN + " bytes=" + half + "-"), server
			.requests().subList(0, 2));
	}

	@Test
	void aServerThatKnowsNoPartsSendsAll() throws IOException {
		Files.createDirectories(output);
		Files.write(part(), Arrays.copyOf(packed.get(TRAIN), 100));
		server.handle(exchange -> LoopbackServer.send(exchange, 200, packed.get(
			LoopbackServer.name(exchange)), 0));
		fetch("", false);
		assertAllThere();
	}

	@Test
	void aServerThatSendsAnotherPartIsAskedForAll() throws IOException {
		Files.createDirectories(output);
		Files.write(part(), Arrays.copyOf(packed.get(TRAIN), 100));
		server.handle(exchange -> {
			if (exchange.getRequestHeaders().getFirst("Range") == null) {
				server.good(exchange);
				return;
			}
			exchange.getResponseHeaders().set("Content-Range", "bytes 7-9/10");
			LoopbackServer.send(exchange, 206, new byte[3], 0);
		});
		fetch("", false);
		assertAllThere();
	}

	@Test
	void aPartOfSomethingElseIsThrownAway() throws IOException {
		Files.createDirectories(output);
		Files.write(part(), new byte[100]);
		fetch("", false);
		assertAllThere();
		Files.write(part(), new byte[1 << 20]);
		Files.delete(output.resolve(TRAIN));
		fetch("", false);
		assertAllThere();
	}

	@Test
	void aWholePartOnlyGetsItsName() throws IOException {
		Files.createDirectories(output);
		Files.write(part(), packed.get(TRAIN));
		fetch("", false);
		assertAllThere();
		assertEquals(3, server.requests().size());
	}

	@Test
	void theNextAddressHelps() throws IOException {
		try (LoopbackServer empty = new LoopbackServer()) {
			fetch("", false, empty.address(), server.address());
		}
		assertAllThere();
		assertTrue(progress.lines.contains("It failed: the server answered 404."),
			progress.lines.toString());
	}

	@Test
	void everyAddressIsNamedWithItsTrouble() throws IOException {
		final URI nobody;
		try (LoopbackServer gone = new LoopbackServer()) {
			nobody = gone.address();
		}
		try (LoopbackServer empty = new LoopbackServer()) {
			final String message = failure(empty.address(), nobody);
			assertTrue(message.contains(empty.address() + TRAIN +
				": the server answered 404; " + nobody + TRAIN + ": no connection)"),
				message);
		}
	}

	@Test
	void aServerThatDoesNotExistIsSaidToBeUnknown() {
		final String message = failure(URI.create(
			"http://no-such-server.invalid/"));
		assertTrue(message.contains("the name of the server is not known"),
			message);
	}

	@Test
	void aWebPageInsteadOfTheFileIsRefused() {
		final byte[] page = "<html>Please log in</html>".getBytes(
			StandardCharsets.UTF_8);
		server.handle(exchange -> LoopbackServer.send(exchange, 200, page, 0));
		assertTrue(failure().contains(
			"it sends a web page of 26 bytes with another check sum"));
		assertFalse(Files.exists(part()));
	}

	@Test
	void aTruncatedFileIsRefused() {
		server.handle(exchange -> {
			final byte[] content = packed.get(LoopbackServer.name(exchange));
			LoopbackServer.send(exchange, 200, Arrays.copyOf(content, 500), 0);
		});
		assertTrue(failure().contains("it sends 500 bytes with another check sum"));
	}

	@Test
	void aChangedByteIsNoticed() {
		server.handle(exchange -> {
			final byte[] content = packed.get(LoopbackServer.name(exchange)).clone();
			content[content.length / 2] ^= 1;
			LoopbackServer.send(exchange, 200, content, 0);
		});
		assertTrue(failure().contains("with another check sum"));
	}

	@Test
	void aServerThatFallsSilentIsGivenUp() throws IOException {
		patience = Duration.ofSeconds(1);
		server.handle(server::stalled);
		assertTrue(failure().contains("nothing came for 1 seconds"));
		assertEquals(packed.get(TRAIN).length / 2, Files.size(part()));
	}

	@Test
	void aServerThatNeverEndsIsStopped() {
		server.handle(exchange -> {
			exchange.sendResponseHeaders(200, 0);
			final byte[] block = new byte[1 << 20];
			while (true)
				exchange.getResponseBody().write(block);
		});
		assertTrue(failure().contains("it sends more than 128 MB"));
	}

	@Test
	void aRedirectionIsFollowed() throws IOException {
		server.handle(exchange -> {
			if (exchange.getRequestURI().getPath().startsWith("/moved/")) {
				server.good(exchange);
				return;
			}
			exchange.getResponseHeaders().set("Location", "/moved/" + LoopbackServer
				.name(exchange));
			exchange.sendResponseHeaders(302, -1);
		});
		fetch("", false);
		assertAllThere();
	}

	@Test
	void cancelingKeepsWhatHasArrived() throws IOException {
		server.handle(exchange -> {
			server.half(exchange);
			progress.canceled = true;
			LoopbackServer.pause();
		});
		assertThrows(CanceledException.class, () -> fetch("", false));
		assertTrue(Files.size(part()) > 0);
		progress.canceled = false;
		server.handle(server::good);
		fetch("", false);
		assertAllThere();
	}

	@Test
	void anotherFileOfTheSameNameIsOnlyReplacedOnRequest() throws IOException {
		Files.createDirectories(output);
		Files.writeString(output.resolve(TRAIN), "mine");
		final String message = assertThrows(UserFailure.class, () -> fetch("",
			false)).getMessage();
		assertTrue(message.contains("is 4 bytes with another check sum"), message);
		assertTrue(message.endsWith("set overwrite=true."), message);
		assertEquals("mine", Files.readString(output.resolve(TRAIN)));
		assertEquals(List.of(), server.requests());
		// would be read before the packed one
		Files.move(output.resolve(TRAIN), output.resolve(TRAIN.replace(".gz", "")));
		fetch("", true);
		assertAllThere();
	}

	@Test
	void filesAtHandAreCopied() throws IOException {
		final Path source = Files.createDirectory(folder.resolve("source"));
		for (final Map.Entry<String, byte[]> file : packed.entrySet())
			Files.write(source.resolve(file.getKey()), file.getValue());
		fetch(source.toString(), false);
		assertAllThere();
		assertEquals(List.of(), server.requests());
	}

	@Test
	void filesPackedInAnotherWayOrNotAtAllAreTheSame() throws IOException {
		final Path source = Files.createDirectory(folder.resolve("source"));
		for (final Map.Entry<String, byte[]> file : plain.entrySet())
			Files.write(source.resolve(file.getKey()), file.getValue());
		// unpacked without being renamed
		Files.move(source.resolve("t10k-labels-idx1-ubyte"), source.resolve(
			"t10k-labels-idx1-ubyte.gz"));
		final ByteArrayOutputStream other = new ByteArrayOutputStream();
		other.writeBytes(PublishedHalves.gzip(Arrays.copyOf(plain.get(
			"train-labels-idx1-ubyte"), 9)));
		other.writeBytes(PublishedHalves.gzip(Arrays.copyOfRange(plain.get(
			"train-labels-idx1-ubyte"), 9, 48)));
		Files.delete(source.resolve("train-labels-idx1-ubyte"));
		Files.write(source.resolve("train-labels-idx1-ubyte.gz"), other
			.toByteArray());
		fetch(source.toString(), false);
		assertArrayEquals(plain.get("train-images-idx3-ubyte"), Files.readAllBytes(
			output.resolve("train-images-idx3-ubyte")));
		assertEquals(50, LabeledImages.open(output, CnnClassifier.tools(Progress
			.none()).reader(), Set.of()).samples().size());
	}

	@Test
	void aWrongOrMissingFileAtHandIsNamed() throws IOException {
		final Path source = Files.createDirectory(folder.resolve("source"));
		assertTrue(assertThrows(UserFailure.class, () -> fetch(source.toString(),
			false)).getMessage().startsWith("Expected " + TRAIN + " of Halves in '" +
				source + "', found none."));
		Files.write(source.resolve(TRAIN), PublishedHalves.gzip(new byte[100]));
		assertTrue(assertThrows(UserFailure.class, () -> fetch(source.toString(),
			false)).getMessage().contains("with another check sum. Get it again."));
		assertTrue(assertThrows(UserFailure.class, () -> fetch(source.resolve(TRAIN)
			.toString(), false)).getMessage().startsWith(
				"Expected source to be a folder"));
	}

	@Test
	void anAddressInsteadOfThePublicOnesIsUsed() throws IOException {
		fetch(server.address().toString().replaceFirst("/$", ""), false, URI.create(
			"http://127.0.0.1:1/"));
		assertAllThere();
	}

	@Test
	void aRequestThatMakesNoSenseIsWrongUsage() {
		assertThrows(WrongUsage.class, () -> fetch("http:///x", false));
		assertThrows(WrongUsage.class, () -> fetch("https://a b/", false));
		assertTrue(assertThrows(WrongUsage.class, () -> new FetchDataset(progress)
			.run(new FetchDataset.Request("cifar", "", output, false))).getMessage()
			.startsWith("Expected name to be one of mnist, fashion-mnist, kmnist,"));
	}

	private static final class Listener implements Progress {

		private final List<String> lines = new ArrayList<>();
		private volatile boolean canceled;

		@Override
		public void update(final double fraction, final String status) {
			assertTrue(Double.isNaN(fraction) || fraction >= 0 && fraction <= 1);
			assertTrue(status.matches(".*ubyte.gz, \\d+\\.\\d.* MB"), status);
		}

		@Override
		public void message(final String line) {
			lines.add(line);
		}

		@Override
		public boolean isCanceled() {
			return canceled;
		}
	}
}
