
package io.github.cnnclassifier.workflow.fetch;

import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodySubscriber;
import java.net.http.HttpResponse.BodySubscribers;
import java.net.http.HttpResponse.ResponseInfo;
import java.nio.channels.UnresolvedAddressException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

import io.github.cnnclassifier.progress.CanceledException;
import io.github.cnnclassifier.progress.Progress;

/**
 * Fetches one file by HTTP or HTTPS, going on where an earlier attempt stopped.
 * Proxies are those of Java's settings. What arrives is bounded, but not to be
 * trusted before it has been checked. Used once, by one thread.
 */
final class HttpDownload {

	/** In bytes; no file of the public data sets is nearly as large. */
	static final long LARGEST = 1L << 27;

	private static final long MILLIS_BETWEEN_LOOKS = 100;
	private static final int OK = 200;
	private static final int PARTIAL = 206;
	private static final int NOTHING_THERE = 416;
	private static final double MB = 1 << 20;

	private final URI address;
	private final Path part;
	private final Duration patience;
	private final Progress progress;
	private final long start;
	private volatile long expected = -1;
	private volatile boolean wrongPart;

	/**
	 * @param address of the file
	 * @param part what has arrived so far, or no file; grows and stays
	 * @param patience how long nothing may arrive
	 * @param progress shows and cancels
	 * @throws IOException if the part cannot be looked at
	 */
	HttpDownload(final URI address, final Path part, final Duration patience,
		final Progress progress) throws IOException
	{
		this.address = address;
		this.part = part;
		this.patience = patience;
		this.progress = progress;
		start = size();
	}

	/** @return whether there was a part to go on from */
	boolean goesOn() {
		return start > 0;
	}

	/**
	 * Fetches what is missing.
	 *
	 * @throws DownloadFailed if the address does not give the rest; what has
	 *           arrived stays in the part
	 * @throws CanceledException if the user asked to stop; the part stays
	 * @throws IOException if the part cannot be looked at
	 */
	void run() throws DownloadFailed, IOException {
		final HttpRequest.Builder request = HttpRequest.newBuilder(address).header(
			"User-Agent", "CNN-Classifier");
		if (goesOn()) request.header("Range", "bytes=" + start + "-");
		final HttpClient client = HttpClient.newBuilder().version(
			HttpClient.Version.HTTP_1_1).followRedirects(HttpClient.Redirect.NORMAL)
			.build();
		final CompletableFuture<HttpResponse<Path>> response = client.sendAsync(
			request.build(), this::body);
		final int status;
		try {
			status = await(response).statusCode();
		}
		finally {
			// where it is still under way
			response.cancel(true);
		}
		if (goesOn() && (wrongPart || status == NOTHING_THERE)) startAgain();
		else if (wrongPart || status != OK && status != PARTIAL)
			throw new DownloadFailed("the server answered " + status, null);
	}

	/** Called by the client's threads when the head of the answer is there. */
	private BodySubscriber<Path> body(final ResponseInfo info) {
		final String range = info.headers().firstValue("Content-Range").orElse("");
		final boolean rest = info.statusCode() == PARTIAL;
		wrongPart = rest && !range.startsWith("bytes " + start + "-");
		if (wrongPart || !rest && info.statusCode() != OK) return BodySubscribers
			.replacing(part);
		info.headers().firstValueAsLong("Content-Length").ifPresent(
			length -> expected = rest ? start + length : length);
		return BodySubscribers.ofFile(part, StandardOpenOption.CREATE,
			StandardOpenOption.WRITE, rest ? StandardOpenOption.APPEND
				: StandardOpenOption.TRUNCATE_EXISTING);
	}

	private void startAgain() throws DownloadFailed, IOException {
		Files.deleteIfExists(part);
		new HttpDownload(address, part, patience, progress).run();
	}

	private <T> T await(final CompletableFuture<T> response)
		throws DownloadFailed, IOException
	{
		long size = size();
		long changed = System.nanoTime();
		while (true) {
			progress.checkCanceled();
			try {
				return response.get(MILLIS_BETWEEN_LOOKS, TimeUnit.MILLISECONDS);
			}
			catch (final TimeoutException e) {
				final long now = size();
				if (now != size) changed = System.nanoTime();
				size = now;
				check(size, System.nanoTime() - changed);
			}
			catch (final InterruptedException e) {
				// the host interrupts a run to stop it
				Thread.currentThread().interrupt();
				throw new CanceledException();
			}
			catch (final ExecutionException e) {
				if (e.getCause() instanceof final RuntimeException cause) throw cause;
				if (e.getCause() instanceof final Error cause) throw cause;
				throw new DownloadFailed(reason(e.getCause()), e);
			}
		}
	}

	private void check(final long size, final long idleNanos)
		throws DownloadFailed
	{
		progress.update(expected > 0 ? Math.min(1, size / (double) expected)
			: Double.NaN, String.format(Locale.ROOT, "%s, %.1f%s MB", part
				.getFileName().toString().replace(".part", ""), size / MB, expected > 0
					? String.format(Locale.ROOT, " of %.1f", expected / MB) : ""));
		if (size > LARGEST) throw new DownloadFailed("it sends more than " +
			LARGEST / (1 << 20) + " MB, which is none of these files", null);
		if (idleNanos > patience.toNanos()) throw new DownloadFailed(
			"nothing came for " + patience.toSeconds() + " seconds", null);
	}

	private static String reason(final Throwable trouble) {
		if (trouble.getCause() instanceof UnresolvedAddressException || trouble
			.getCause() instanceof ConnectException && trouble.getCause()
				.getCause() instanceof UnresolvedAddressException)
			return "the name of the server is not known, so there may be no " +
				"connection to the internet, or a proxy must be set";
		if (trouble instanceof ConnectException) return "no connection";
		final String message = trouble.getMessage();
		return "it broke off (" + (message == null ? trouble.getClass()
			.getSimpleName() : message) + ")";
	}

	private long size() throws IOException {
		return Files.exists(part) ? Files.size(part) : 0;
	}
}
