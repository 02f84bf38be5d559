
package io.github.cnnclassifier.report;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;

/**
 * A browser without a window that opens files, and tells what it has to say of
 * them. Spoken to by the DevTools protocol, since our pages allow no script.
 */
final class Chromium implements AutoCloseable {

	private static final Pattern LISTENING = Pattern.compile(
		"DevTools listening on (ws://\\S+)");
	private static final int SECONDS = 60;

	private final Process process;
	private final WebSocket socket;
	private final BlockingQueue<JsonObject> received =
		new LinkedBlockingQueue<>();
	private final List<JsonObject> events = new ArrayList<>();
	private String session;
	private int commands;

	private Chromium(final Process process, final URI address) {
		this.process = process;
		socket = HttpClient.newHttpClient().newWebSocketBuilder().buildAsync(
			address, new Receiver(received)).join();
		final JsonObject target = new JsonObject();
		target.addProperty("url", "about:blank");
		final JsonObject attach = new JsonObject();
		attach.add("targetId", call("Target.createTarget", target).get("targetId"));
		attach.addProperty("flatten", true);
		session = call("Target.attachToTarget", attach).get("sessionId")
			.getAsString();
		for (final String domain : List.of("Page", "Runtime", "Log", "Network"))
			call(domain + ".enable", new JsonObject());
	}

	/** @return where it is on this computer; empty if nowhere */
	static Optional<String> installed() {
		return Stream.of(System.getenv().getOrDefault("PATH", "").split(":"))
			.flatMap(folder -> Stream.of("chromium", "chromium-browser",
				"google-chrome").map(name -> Path.of(folder, name))).filter(
					Files::isExecutable).map(Path::toString).findFirst();
	}

	/**
	 * @param command where it is
	 * @param profile an empty folder
	 */
	static Chromium start(final String command, final Path profile)
		throws IOException
	{
		final Process process = new ProcessBuilder(command, "--headless=new",
			"--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage",
			"--disable-background-networking", "--disable-component-update",
			"--no-first-run", "--hide-scrollbars", "--remote-debugging-port=0",
			"--user-data-dir=" + profile, "about:blank").redirectErrorStream(true)
			.start();
		final BufferedReader out = new BufferedReader(new InputStreamReader(process
			.getInputStream(), StandardCharsets.UTF_8));
		final List<String> said = new ArrayList<>();
		for (String line = out.readLine(); line != null; line = out.readLine()) {
			said.add(line);
			final Matcher matcher = LISTENING.matcher(line);
			if (!matcher.find()) continue;
			// it is never to wait until somebody reads
			final Thread reader = new Thread(() -> drain(out));
			reader.setDaemon(true);
			reader.start();
			return new Chromium(process, URI.create(matcher.group(1)));
		}
		throw new IOException("Chromium ended: " + said);
	}

	private static void drain(final BufferedReader out) {
		try {
			while (out.readLine() != null) {
				// nobody asks for it
			}
		}
		catch (final IOException e) {
			// it was ended
			return;
		}
	}

	/** @param width in CSS pixels; below 500 it is a phone */
	void open(final Path page, final int width) {
		events.clear();
		final JsonObject screen = new JsonObject();
		screen.addProperty("width", width);
		screen.addProperty("height", 900);
		screen.addProperty("deviceScaleFactor", 1);
		screen.addProperty("mobile", width < 500);
		call("Emulation.setDeviceMetricsOverride", screen);
		final JsonObject address = new JsonObject();
		address.addProperty("url", page.toUri().toString());
		call("Page.navigate", address);
		awaitEvent("Page.loadEventFired");
	}

	/** As it is printed, or as it is on a screen. */
	void setPrinting(final boolean printing) {
		final JsonObject media = new JsonObject();
		media.addProperty("media", printing ? "print" : "");
		call("Emulation.setEmulatedMedia", media);
	}

	/** @return what was wrong with the page that is open */
	List<String> complaints() {
		takeEvents();
		return events.stream().filter(event -> List.of("Log.entryAdded",
			"Runtime.exceptionThrown", "Runtime.consoleAPICalled").contains(event.get(
				"method").getAsString())).map(JsonObject::toString).toList();
	}

	/** @return the addresses that the page has asked for, without its own */
	List<String> requests() {
		takeEvents();
		return events.stream().filter(event -> event.get("method").getAsString()
			.equals("Network.requestWillBeSent")).map(event -> event.getAsJsonObject(
				"params").getAsJsonObject("request").get("url").getAsString()).filter(
					url -> !url.startsWith("data:") && !url.startsWith("file:")).toList();
	}

	/** What happened before an answer is told before it. */
	private void takeEvents() {
		value("0");
	}

	/** @return the value of a JavaScript expression */
	JsonElement value(final String expression) {
		final JsonObject evaluated = new JsonObject();
		evaluated.addProperty("expression", expression);
		evaluated.addProperty("returnByValue", true);
		return call("Runtime.evaluate", evaluated).getAsJsonObject("result").get(
			"value");
	}

	/** @return PNG of the whole page */
	byte[] screenshot() {
		final JsonObject whole = new JsonObject();
		whole.addProperty("captureBeyondViewport", true);
		whole.add("clip", JsonParser.parseString("{x: 0, y: 0, scale: 1, width: " +
			value("innerWidth") + ", height: " + value(
				"Math.min(9000, document.documentElement.scrollHeight)") + "}"));
		return Base64.getDecoder().decode(call("Page.captureScreenshot", whole).get(
			"data").getAsString());
	}

	/** @return the page on paper */
	byte[] pdf() {
		final JsonObject paper = new JsonObject();
		paper.addProperty("preferCSSPageSize", true);
		paper.addProperty("printBackground", false);
		paper.addProperty("paperWidth", 8.27);
		paper.addProperty("paperHeight", 11.69);
		return Base64.getDecoder().decode(call("Page.printToPDF", paper).get("data")
			.getAsString());
	}

	private JsonObject call(final String method, final JsonObject params) {
		final int id = ++commands;
		final JsonObject message = new JsonObject();
		message.addProperty("id", id);
		message.addProperty("method", method);
		message.add("params", params);
		if (session != null) message.addProperty("sessionId", session);
		socket.sendText(message.toString(), true).join();
		while (true) {
			final JsonObject answer = next(method);
			if (!answer.has("id")) events.add(answer);
			else if (answer.get("id").getAsInt() == id) {
				if (answer.has("error")) throw new AssertionError(method + ": " +
					answer);
				return answer.getAsJsonObject("result");
			}
		}
	}

	private void awaitEvent(final String method) {
		while (events.stream().noneMatch(event -> event.get("method").getAsString()
			.equals(method)))
			events.add(next(method));
	}

	private JsonObject next(final String awaited) {
		try {
			final JsonObject message = received.poll(SECONDS, TimeUnit.SECONDS);
			if (message == null) throw new AssertionError("No answer to " + awaited);
			return message;
		}
		catch (final InterruptedException e) {
			Thread.currentThread().interrupt();
			throw new AssertionError(e);
		}
	}

	@Override
	public void close() {
		socket.abort();
		process.descendants().forEach(ProcessHandle::destroy);
		process.destroy();
		try {
			process.waitFor(SECONDS, TimeUnit.SECONDS);
		}
		catch (final InterruptedException e) {
			Thread.currentThread().interrupt();
		}
	}

	private static final class Receiver implements WebSocket.Listener {

		private final BlockingQueue<JsonObject> received;
		private final StringBuilder message = new StringBuilder();

		Receiver(final BlockingQueue<JsonObject> received) {
			this.received = received;
		}

		@Override
		public CompletionStage<?> onText(final WebSocket socket,
			final CharSequence text, final boolean last)
		{
			message.append(text);
			if (last) {
				received.add(JsonParser.parseString(message.toString())
					.getAsJsonObject());
				message.setLength(0);
			}
			socket.request(1);
			return null;
		}
	}
}
