package dev.earshot.net.tls;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.NoSuchAlgorithmException;
import java.util.Map;
import javax.crypto.Cipher;
import javax.crypto.EncryptedPrivateKeyInfo;
import javax.crypto.SecretKey;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.IvParameterSpec;
import javax.crypto.spec.PBEKeySpec;
import javax.crypto.spec.SecretKeySpec;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.ASN1OctetString;
import org.bouncycastle.asn1.nist.NISTObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.PBES2Parameters;
import org.bouncycastle.asn1.pkcs.PBKDF2Params;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.PrivateKeyInfo;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.pkcs.PKCS8EncryptedPrivateKeyInfo;

/**
 * Decrypts private keys in PKCS #8 with the JDK's ciphers. Those of Bouncy Castle would have to be installed in the
 * JDK, and the JDK alone does not know the Triple DES of {@code openssl req}.
 */
final class EncryptedKey {
    /** The ciphers of PBES2 (RFC 8018, appendix B.2), with the bytes of their keys. */
    private static final Map<ASN1ObjectIdentifier, Scheme> SCHEMES = Map.of(
            NISTObjectIdentifiers.id_aes128_CBC, new Scheme("AES", 16),
            NISTObjectIdentifiers.id_aes192_CBC, new Scheme("AES", 24),
            NISTObjectIdentifiers.id_aes256_CBC, new Scheme("AES", 32),
            PKCSObjectIdentifiers.des_EDE3_CBC, new Scheme("DESede", 24));

    /** The hashes of PBKDF2 (RFC 8018, appendix B.1.2). */
    private static final Map<ASN1ObjectIdentifier, String> HASHES = Map.of(
            PKCSObjectIdentifiers.id_hmacWithSHA1, "SHA1",
            PKCSObjectIdentifiers.id_hmacWithSHA256, "SHA256",
            PKCSObjectIdentifiers.id_hmacWithSHA384, "SHA384",
            PKCSObjectIdentifiers.id_hmacWithSHA512, "SHA512");

    private record Scheme(String cipher, int keyBytes) {}

    private EncryptedKey() {}

    /**
     * Decrypts a key.
     *
     * @throws GeneralSecurityException if the password is wrong
     * @throws IOException if the algorithm is not known
     */
    static PrivateKeyInfo decrypt(PKCS8EncryptedPrivateKeyInfo encrypted, char[] secret)
            throws IOException, GeneralSecurityException {
        AlgorithmIdentifier algorithm = encrypted.toASN1Structure().getEncryptionAlgorithm();
        try {
            boolean modern = algorithm.getAlgorithm().equals(PKCSObjectIdentifiers.id_PBES2);
            byte[] plain = modern
                    ? decrypt(PBES2Parameters.getInstance(algorithm.getParameters()), encrypted, secret)
                    : decryptOld(encrypted.getEncoded(), secret);
            return PrivateKeyInfo.getInstance(plain);
        } catch (NoSuchAlgorithmException e) {
            throw new IOException(e.getMessage(), e);
        } catch (IllegalArgumentException e) {
            // One wrong password in 256 decrypts to something, which is no key then.
            throw new GeneralSecurityException(e.getMessage(), e);
        }
    }

    private static byte[] decrypt(PBES2Parameters parameters, PKCS8EncryptedPrivateKeyInfo encrypted, char[] secret)
            throws GeneralSecurityException {
        PBKDF2Params derivation =
                PBKDF2Params.getInstance(parameters.getKeyDerivationFunc().getParameters());
        Scheme scheme = SCHEMES.get(parameters.getEncryptionScheme().getAlgorithm());
        String hash = HASHES.get(derivation.getPrf().getAlgorithm());
        if (scheme == null || hash == null) {
            throw new NoSuchAlgorithmException(
                    parameters.getEncryptionScheme().getAlgorithm().getId());
        }
        byte[] iv = ASN1OctetString.getInstance(parameters.getEncryptionScheme().getParameters())
                .getOctets();
        int bits = scheme.keyBytes * Byte.SIZE;
        PBEKeySpec spec = new PBEKeySpec(
                secret, derivation.getSalt(), derivation.getIterationCount().intValueExact(), bits);
        try {
            SecretKey derived =
                    SecretKeyFactory.getInstance("PBKDF2WithHmac" + hash).generateSecret(spec);
            Cipher cipher = Cipher.getInstance(scheme.cipher + "/CBC/PKCS5Padding");
            SecretKeySpec key = new SecretKeySpec(derived.getEncoded(), scheme.cipher);
            cipher.init(Cipher.DECRYPT_MODE, key, new IvParameterSpec(iv));
            return cipher.doFinal(encrypted.getEncryptedData());
        } finally {
            spec.clearPassword();
        }
    }

    /** Decrypts with an algorithm from before PBES2, which the JDK knows by its name. */
    private static byte[] decryptOld(byte[] bytes, char[] secret) throws IOException, GeneralSecurityException {
        EncryptedPrivateKeyInfo info = new EncryptedPrivateKeyInfo(bytes);
        PBEKeySpec spec = new PBEKeySpec(secret);
        try {
            SecretKey key = SecretKeyFactory.getInstance(info.getAlgName()).generateSecret(spec);
            Cipher cipher = Cipher.getInstance(info.getAlgName());
            cipher.init(Cipher.DECRYPT_MODE, key, info.getAlgParameters());
            return info.getKeySpec(cipher).getEncoded();
        } finally {
            spec.clearPassword();
        }
    }
}
