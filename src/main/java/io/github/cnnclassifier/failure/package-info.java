/**
 * Errors that are meant for the user. {@link UserFailure} carries a message
 * that says what was expected, what was received and what to do; everything
 * else that is thrown is a defect of the program. Uses nothing but the JDK.
 */

package io.github.cnnclassifier.failure;
